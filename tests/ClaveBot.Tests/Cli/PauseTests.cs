using ClaveBot.Demo.Store;
using ClaveBot.Pressure;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Cli;

/// <summary><c>pause</c>, run as operators run it, beside the real host.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-pause-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration);
    }

    [Fact]
    public async Task On_status_and_off()
    {
        var on = await CliProgram.RunAsync(_world.Settings, "pause", "on", "--until", "2100-01-31T18:30");
        on.Status.ShouldBe(0, on.Error);
        on.Output.ShouldContain("paused until 2100-01-31 23:30 UTC");
        (await ReadAsync())!.Until.ShouldBe(new DateTimeOffset(2100, 1, 31, 18, 30, 0, TimeSpan.FromHours(-5)));

        var off = await CliProgram.RunAsync(_world.Settings, "pause", "off");
        off.Output.ShouldContain("The service runs.");
        (await ReadAsync()).ShouldBeNull();
        (await CliProgram.RunAsync(_world.Settings, "pause", "status")).Output.ShouldContain("The service runs.");
    }

    [Fact]
    public async Task A_time_that_is_none_changes_nothing()
    {
        var on = await CliProgram.RunAsync(_world.Settings, "pause", "on", "--until", "mañana");

        on.Status.ShouldBe(1);
        on.Error.ShouldContain("HH:mm");
        (await ReadAsync()).ShouldBeNull();
    }

    private async Task<Pause?> ReadAsync()
    {
        await using var redis = new RedisConnection(new RedisSettings { Configuration = _redis.Configuration });
        return await new PauseSwitch(redis, TimeProvider.System).ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
