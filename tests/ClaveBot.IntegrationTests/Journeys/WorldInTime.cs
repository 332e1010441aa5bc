using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>A host in Operator mode over a redis-server for each test, on a clock that only the test moves; it begins at seven in the morning in Guayaquil.</summary>
/// <param name="settings">What differs from the usual settings.</param>
public abstract class WorldInTime(params (string Key, string Value)[] settings) : IAsyncLifetime
{
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2030, 1, 7, 12, 0, 0, TimeSpan.Zero));

    protected RedisServer Server { get; private set; } = null!;

    protected BotWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RedisServer.StartAsync();
        World = await BotWorld.StartAsync(BotMode.Operator, Server.Configuration, Time, startHost: false);
        foreach (var (key, value) in settings)
            World.Set(key, value);
        await PrepareAsync();
        await World.StartHostAsync();
    }

    /// <summary>Before the host starts.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
