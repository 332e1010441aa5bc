using System.Net;
using System.Text;
using ClaveBot.Settings;
using ClaveBot.Webhooks.Telegram;

namespace ClaveBot.Tests.Webhooks.Telegram;

public sealed class TelegramControllerTests
{
    private const string Path = "/webhooks/telegram";
    private const string Secret = "a-made-up_Secret";
    private const string NothingSaid = """{"update_id":5,"my_chat_member":{}}""";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-made-up_Secret-")]
    [InlineData("a-made-up_secret")]
    [InlineData("a-made-up_Secre")]
    public async Task S1_a_wrong_secret_is_refused_whatever_the_body(string? secret)
    {
        await using var host = await WebhookHost.StartAsync();

        foreach (var body in new[] { NothingSaid, "{", "", new string('x', 2_000_000) })
            (await PostAsync(host, body, secret)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_secrets_are_none()
    {
        await using var host = await WebhookHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(NothingSaid) };
        request.Headers.Add(TelegramSecretFilter.Header, [Secret, Secret]);

        (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_secret_in_the_settings_nobody_gets_in()
    {
        await using var host = await WebhookHost.StartAsync(settings => settings.Telegram.SecretToken = "");

        (await PostAsync(host, NothingSaid, "")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(host, NothingSaid, null)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(NothingSaid)]
    [InlineData("""{"update_id":5}""")]
    [InlineData("""{"update_id":5,"something_new":{"text":"hola"}}""")]
    [InlineData("""{"update_id":5,"channel_post":{"message_id":1,"date":1,"chat":{"id":-1001,"type":"channel"},"text":"hola"}}""")]
    public async Task What_nobody_said_to_the_bot_is_acknowledged(string update)
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, update, Secret)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"update_id":5,"message":{"chat":{"type":"privat\ud800","id":7},"text":"\ud800"}}""")]
    [InlineData("""{"update_id":5,"message":{"chat":{"\ud800":"private","type":"x","id":7},"text":"\ud800"}}""")]
    public async Task R9_half_a_character_is_read_as_nothing_said(string update)
    {
        await using var host = await WebhookHost.StartAsync();

        ((int)await PostAsync(host, update, Secret)).ShouldBeLessThan(500);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"five"}""")]
    [InlineData("""{"update_id":5.5}""")]
    [InlineData("""{"update_id":5} and more""")]
    [InlineData("\u0000\u0001\uFFFF")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"update_id":"\ud800"}""")]
    [InlineData("""{"update_id":99999999999999999999999}""")]
    public async Task What_is_no_update_is_a_bad_request(string body)
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, body, Secret)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_body_is_not_read(bool chunked)
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, new string(' ', 1024 * 1024) + NothingSaid, Secret, chunked)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_up_to_the_limit_is_read()
    {
        await using var host = await WebhookHost.StartAsync();

        (await PostAsync(host, NothingSaid.PadLeft(1024 * 1024), Secret)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_channel_that_is_off_or_polled_is_not_found()
    {
        await using var off = await WebhookHost.StartAsync(settings => settings.Telegram.Token = "");
        await using var polled = await WebhookHost.StartAsync(settings => settings.Telegram.Receive = TelegramReceive.Polling);

        (await PostAsync(off, NothingSaid, Secret)).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(polled, NothingSaid, Secret)).ShouldBe(HttpStatusCode.NotFound);
        polled.Log.All.ShouldAllBe(line => !line.Contains("made-up-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_post_is_allowed()
    {
        await using var host = await WebhookHost.StartAsync();

        (await host.Http.GetAsync(Path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private static async Task<HttpStatusCode> PostAsync(WebhookHost host, string body, string? secret, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;
        if (secret is not null)
            request.Headers.Add(TelegramSecretFilter.Header, secret);
        // A refused body is not read to its end: the server may close while it is still being sent.
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
