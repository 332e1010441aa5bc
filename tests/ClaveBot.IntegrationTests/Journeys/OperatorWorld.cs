using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>The host in Operator mode over a real redis-server, for all tests of a class.</summary>
public sealed class OperatorWorld : IAsyncLifetime
{
    public RedisServer Redis { get; private set; } = null!;

    public BotWorld Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Redis = await RedisServer.StartAsync();
        Bot = await BotWorld.StartAsync(BotMode.Operator, Redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Redis.DisposeAsync();
    }
}
