using System.Net;
using System.Text;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Webhooks.WhatsApp;

namespace ClaveBot.Tests.Webhooks.WhatsApp;

public sealed class WhatsAppControllerTests
{
    private const string Inbound = "/webhooks/whatsapp";
    private const string Status = "/webhooks/whatsapp/status";
    private const string Token = "made-up-token";
    private const string Account = "AccountSid=AC00000000000000000000000000000001";
    private const string Delivered = Account + "&MessageSid=SM01&MessageStatus=delivered&To=whatsapp%3A%2B593990000001&From=whatsapp%3A%2B593990000000";
    private const string ToUs = Account + "&To=whatsapp%3A%2B593990000000";
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("not base64 at all")]
    public async Task S1_a_wrong_signature_is_refused_whatever_the_body(string? signature)
    {
        await using var host = await WebhookHost.StartAsync();

        foreach (var path in new[] { Inbound, Status })
        {
            foreach (var body in new[] { Delivered, "", "=&=&%", "%FF%zz" })
                (await PostAsync(host, path, body, signature)).ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData(Status, Status)]
    [InlineData(Status + "?a=1&b=it's+so", Status + "?a=1&b=it's+so")]
    [InlineData(Status, ":443" + Status)]
    public async Task What_Twilio_signed_gets_in(string path, string signedPath)
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, path, Delivered, Sign(signedPath, Delivered))).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_address_signed_is_the_public_one_and_not_the_hosts()
    {
        await using var host = await WebhookHost.StartAsync();
        var local = TwilioSignature.Compute(Token, host.Http.BaseAddress!.ToString().TrimEnd('/') + Status, Parameters(Delivered));

        (await PostAsync(host, Status, Delivered, local)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_previous_token_still_signs_while_it_is_set()
    {
        await using var without = await WebhookHost.StartAsync();
        await using var with = await WebhookHost.StartAsync(settings => settings.WhatsApp.PreviousAuthToken = "older-token");
        var signature = Sign(Status, Delivered, "older-token");

        (await PostAsync(without, Status, Delivered, signature)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(with, Status, Delivered, signature)).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(without, Status, Delivered, Sign(Status, Delivered, ""))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Inbound, "AccountSid=AC99&To=whatsapp%3A%2B593990000000&MessageSid=SM01&From=whatsapp%3A%2B593990000001")]
    [InlineData(Inbound, "To=whatsapp%3A%2B593990000000&MessageSid=SM01&From=whatsapp%3A%2B593990000001")]
    [InlineData(Inbound, Account + "&To=whatsapp%3A%2B593990000009&MessageSid=SM01&From=whatsapp%3A%2B593990000001")]
    [InlineData(Inbound, Account + "&MessageSid=SM01&From=whatsapp%3A%2B593990000001")]
    [InlineData(Status, "AccountSid=AC99&MessageSid=SM01&MessageStatus=sent")]
    public async Task Another_account_or_number_is_refused(string path, string body)
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, path, body, Sign(path, body))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(ToUs + "&Body=hola")]
    [InlineData(ToUs + "&Body=hola&From=whatsapp%3A%2B593990000001")]
    [InlineData(ToUs + "&Body=hola&MessageSid=SM01")]
    [InlineData(ToUs + "&Body=hola&MessageSid=&From=")]
    public async Task A_message_without_id_or_sender_is_a_bad_request(string body)
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, Inbound, body, Sign(Inbound, body))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_signed_but_no_form_is_not_supported()
    {
        await using var host = await WebhookHost.StartAsync();
        const string Json = """{"property": "value", "boolean": true}""";
        const string Path = Inbound + "?bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

        (await PostAsync(host, Path, Json, Sign(Path, ""), "application/json")).ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await PostAsync(host, Path, Json + " ", Sign(Path, ""), "application/json")).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(host, Inbound, Json, Sign(Inbound, ""), "application/json")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_huge_body_is_not_read()
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, Inbound, new string('x', 2_000_000), "any")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Very_many_fields_are_not_sorted_for_a_signature()
    {
        await using var host = await WebhookHost.StartAsync();
        var body = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i:x}&"));

        (await PostAsync(host, Inbound, body, "any")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    [InlineData("application/x-www-form-urlencoded;;;=\"")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("")]
    public async Task Whatever_it_says_to_be_is_answered(string type)
    {
        await using var host = await WebhookHost.StartAsync();
        foreach (var body in new[] { Delivered, "", "%ED%A0%80=%ED%A0%80&%uD800=\u0000&&==", "--x\r\n\r\n" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.Add(TwilioSignatureFilter.Header, Sign(Status, body));

            using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

            ((int)response.StatusCode).ShouldBeLessThan(500);
        }
    }

    [Fact]
    public async Task A_channel_that_is_off_is_not_found()
    {
        await using var host = await WebhookHost.StartAsync(settings => settings.WhatsApp.AccountSid = "");

        (await PostAsync(host, Inbound, ToUs, Sign(Inbound, ToUs))).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(host, Status, Delivered, Sign(Status, Delivered))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Account, 0)]
    [InlineData(Account + "&MessageSid=SM01&MessageStatus=read", 0)]
    [InlineData(Account + "&MessageSid=SM01&MessageStatus=a%0D%0Afake&ErrorCode=63016%0A&New=1&New=2", 1)]
    public async Task A_failure_is_noted_without_people_or_line_breaks(string fields, int noted)
    {
        await using var host = await WebhookHost.StartAsync();
        var body = fields + "&To=whatsapp%3A%2B593990000001";

        (await PostAsync(host, Status, body, Sign(Status, body))).ShouldBe(HttpStatusCode.NoContent);

        host.Log.All.Count(line => line.StartsWith("WhatsApp message ", StringComparison.Ordinal) && !line.Contains('\n', StringComparison.Ordinal)).ShouldBe(noted);
        host.Log.All.ShouldAllBe(line => !line.Contains("593990000001", StringComparison.Ordinal));
    }

    private static string Sign(string path, string body, string token = Token) =>
        TwilioSignature.Compute(token, "https://bot.example.test" + path, Parameters(body));

    private static IReadOnlyList<KeyValuePair<string, string>> Parameters(string body) => TwilioForm.Parse(Encoding.UTF8.GetBytes(body)).Parameters;

    private static async Task<HttpStatusCode> PostAsync(WebhookHost host, string path, string body, string? signature, string type = Form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(TwilioSignatureFilter.Header, signature);
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
