using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.WhatsApp;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Demo.WhatsApp;

public sealed class WhatsAppEmulatorTests : IAsyncLifetime
{
    private const string Account = "AC00000000000000000000000000000001";
    private const string Token = "made-up-token";
    private const string Sender = "whatsapp:+593990000000";
    private const string Person = "whatsapp:+593990000001";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero));
    private readonly HttpClient http = new();
    private WhatsAppEmulator twilio = null!;
    private WebhookSpy webhook = null!;
    private WhatsAppPhone phone = null!;

    public async ValueTask InitializeAsync()
    {
        twilio = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions(Account, Token, Sender) { RefusesAtOnce = true }, time);
        webhook = await WebhookSpy.StartAsync();
        twilio.SetWebhook(new Uri("https://bot.example.test/hook#rc=2&rp=5xx"), webhook.Url);
        phone = twilio.PhoneOf("+593990000001", "Rosa");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}")));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await twilio.DisposeAsync();
        await webhook.DisposeAsync();
    }

    [Fact]
    public async Task Posts_a_text_signed_with_the_public_address()
    {
        var sent = await phone.TypeAsync("hola ñandú & más");

        var got = await webhook.Got.WaitForAsync(0);

        var form = QueryHelpers.ParseQuery(got.Body).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        form["Body"].ShouldBe("hola ñandú & más");
        form["From"].ShouldBe(Person);
        form["To"].ShouldBe(Sender);
        form["MessageSid"].ShouldBe(sent.Id);
        got.Headers["X-Twilio-Signature"].ShouldBe(WhatsAppSignature.Compute(Token, "https://bot.example.test/hook", form));
    }

    [Fact]
    public async Task Repeats_a_5xx_only_as_often_as_the_address_asks()
    {
        webhook.Answer = WebhookSpy.Status(StatusCodes.Status503ServiceUnavailable);

        await phone.TypeAsync("hola");

        (await twilio.Attempts.WaitForAsync(2)).NextIn.ShouldBeNull();
        webhook.Got.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Does_not_repeat_a_5xx_by_default()
    {
        twilio.SetWebhook(webhook.Url);
        webhook.Answer = WebhookSpy.Status(StatusCodes.Status500InternalServerError);

        await phone.TypeAsync("hola");

        (await twilio.Attempts.WaitForAsync(0)).NextIn.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "x", 21604)]
    [InlineData("whatsapp:nobody here", "x", 21211)]
    [InlineData(Person, "", 21619)]
    [InlineData(Person, "x", 63016)]
    public async Task Refuses_with_Twilios_codes(string to, string body, int code)
    {
        var (status, answer) = await SendAsync(to, body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer["code"]!.GetValue<int>().ShouldBe(code);
        answer["status"]!.GetValue<int>().ShouldBe(400);
    }

    [Fact]
    public async Task Takes_1600_characters_within_24_hours_of_the_persons_message()
    {
        await phone.TypeAsync("hola");
        (await SendAsync(Person, new string('a', 1601))).Answer["code"]!.GetValue<int>().ShouldBe(21617);
        (await SendAsync(Person, new string('a', 1600))).Status.ShouldBe(HttpStatusCode.Created);

        time.Advance(TimeSpan.FromHours(24));

        (await SendAsync(Person, "tarde")).Answer["code"]!.GetValue<int>().ShouldBe(63016);
    }

    [Fact]
    public async Task Refuses_a_wrong_token()
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "eDp5");

        var (status, answer) = await SendAsync(Person, "x");

        status.ShouldBe(HttpStatusCode.Unauthorized);
        answer["code"]!.GetValue<int>().ShouldBe(20003);
    }

    [Fact]
    public async Task A_redacted_message_loses_its_body_at_Twilio_but_not_on_the_phone()
    {
        var sent = await phone.TypeAsync("secreto");
        using var emptied = await http.PostAsync(MessageUrl(sent.Id), Form(("Body", "")), TestContext.Current.CancellationToken);

        emptied.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetFromJsonAsync<JsonNode>(MessageUrl(sent.Id), TestContext.Current.CancellationToken))!["body"]!.ToString().ShouldBeEmpty();
        phone.Transcript[0].Text.ShouldBe("secreto");
        phone.Transcript[0].Redacted.ShouldBeTrue();
    }

    [Fact]
    public async Task Lists_inbound_messages_by_page_newest_first()
    {
        foreach (var text in new[] { "uno", "dos", "tres" })
            await phone.TypeAsync(text);
        await SendAsync(Person, "respuesta");

        var query = $"?To={Uri.EscapeDataString(Sender)}&DateSent%3E=2026-01-05&PageSize=2";
        var first = (await http.GetFromJsonAsync<JsonNode>(MessagesUrl + query, TestContext.Current.CancellationToken))!;
        var second = (await http.GetFromJsonAsync<JsonNode>(twilio.Url + first["next_page_uri"], TestContext.Current.CancellationToken))!;

        Bodies(first).ShouldBe(["tres", "dos"]);
        Bodies(second).ShouldBe(["uno"]);
        second["next_page_uri"].ShouldBeNull();
    }

    [Fact]
    public async Task Tells_the_status_callback_sent_delivered_read()
    {
        await phone.TypeAsync("hola");
        await webhook.Got.WaitForAsync(0);

        await SendAsync(Person, "respuesta", ("StatusCallback", webhook.Url.OriginalString));
        await webhook.Got.WaitForAsync(3);

        webhook.Got.All.Skip(1).Select(got => QueryHelpers.ParseQuery(got.Body)["MessageStatus"].ToString()).ShouldBe(["sent", "delivered", "read"]);
    }

    [Fact]
    public async Task A_numbered_option_is_chosen_by_its_number()
    {
        await phone.TypeAsync("hola");
        await SendAsync(Person, "¿Qué desea?\n\n1. Cambiar mi clave\n2. Ayuda\n");

        (await phone.PressAsync("ayuda")).Text.ShouldBe("2");
    }

    [Fact]
    public async Task A_list_reply_and_a_voice_note_have_Twilios_shape()
    {
        await phone.PickFromListAsync("opcion-1", "Cambiar");
        await phone.SendAsync(MessageKind.Voice);
        await webhook.Got.WaitForAsync(1);

        var bodies = string.Join('\n', webhook.Got.All.Select(got => got.Body));
        bodies.ShouldContain("ListId=opcion-1");
        bodies.ShouldContain("MediaContentType0=audio%2Fogg");
        bodies.ShouldContain("NumMedia=1");
    }

    private string MessagesUrl => $"{twilio.Url}/2010-04-01/Accounts/{Account}/Messages.json";

    private string MessageUrl(string sid) => $"{twilio.Url}/2010-04-01/Accounts/{Account}/Messages/{sid}.json";

    private static IEnumerable<string> Bodies(JsonNode page) => page["messages"]!.AsArray().Select(message => message!["body"]!.ToString());

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<(HttpStatusCode Status, JsonNode Answer)> SendAsync(string to, string body, params (string Name, string Value)[] more)
    {
        using var response = await http.PostAsync(
            MessagesUrl, Form([("From", Sender), ("To", to), ("Body", body), .. more]), TestContext.Current.CancellationToken);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }
}
