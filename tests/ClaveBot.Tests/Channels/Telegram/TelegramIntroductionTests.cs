using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Channels.Telegram;

public sealed class TelegramIntroductionTests
{
    private const string Refusal = """{"ok":false,"error_code":500,"description":"Internal Server Error"}""";
    private const string Me = """{"ok":true,"result":{"id":700000001,"is_bot":true,"first_name":"Prueba","username":"prueba_bot"}}""";

    [Fact]
    public void The_bots_id_is_in_its_token()
    {
        new TelegramIdentity(new TelegramSettings { Token = "700000001:made-up" }).BotId.ShouldBe(700000001);
        new TelegramIdentity(new TelegramSettings()).BotId.ShouldBe(0);
    }

    [Fact(Timeout = 20_000)]
    public async Task The_name_is_asked_for_until_it_is_told()
    {
        await using var server = await RecordingServer.StartAsync(
            RecordingServer.Json(500, Refusal), RecordingServer.Json(502, "<html>"), RecordingServer.Json(200, Me));
        var settings = new ClaveBotSettings { Telegram = { Token = "700000001:made-up", ApiUrl = server.Url } };
        var identity = new TelegramIdentity(settings.Telegram);
        var clock = new FakeTimeProvider();
        using var http = Samples.Patient();
        using var introduction = new TelegramIntroduction(settings, identity, http, clock, NullLogger<TelegramIntroduction>.Instance);

        await introduction.StartAsync(TestContext.Current.CancellationToken);
        identity.PrivateChat.ShouldBeNull();
        while (!introduction.ExecuteTask!.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        identity.Username.ShouldBe("prueba_bot");
        identity.PrivateChat.ShouldBe(new Uri("https://t.me/prueba_bot"));
        server.Requests.Count.ShouldBe(3);
    }
}
