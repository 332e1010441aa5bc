using ClaveBot.Channels;
using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Pressure;

/// <summary>What operators read on the admin port.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-metrics-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration);
    }

    [Fact]
    public async Task What_the_bot_does_is_counted_and_nothing_personal_is_in_it()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");

        using var http = new HttpClient();
        var text = await http.GetStringAsync(new Uri(_world.Settings["Admin:Urls"] + "/metrics"), TestContext.Current.CancellationToken);

        text.ShouldContain("""# TYPE clavebot_turns_total counter""");
        text.ShouldContain("""clavebot_turns_total{channel="Telegram",outcome="Committed"} 1""");
        text.ShouldContain("""clavebot_paused 0""");
        text.ShouldContain("""clavebot_due_lag_seconds 0""");
        text.Split("# TYPE clavebot_webhooks_in_progress ").Length.ShouldBe(2, "a name may be described once only");
        text.ShouldContain("process_working_set_bytes");
        text.ShouldNotContain(phone.Chat);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
