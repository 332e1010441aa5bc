using System.Globalization;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>A primary and its replica on loopback.</summary>
public sealed class RedisPair : IAsyncLifetime
{
    public RedisServer Primary { get; private set; } = null!;

    public RedisServer Replica { get; private set; } = null!;

    /// <summary>Both, so that the client finds whichever is the primary.</summary>
    public string Configuration => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Replica.Port},{Primary.Configuration}");

    public async ValueTask InitializeAsync()
    {
        // Else a replica waits 5 s for others to come.
        Primary = await RedisServer.StartAsync("--repl-diskless-sync-delay", "0");
        Replica = await FollowAsync(Primary);
    }

    /// <summary>A new replica, in step.</summary>
    public static async Task<RedisServer> FollowAsync(RedisServer primary)
    {
        var replica = await RedisServer.StartAsync("--repl-diskless-sync-delay", "0", "--replicaof", "127.0.0.1", primary.Port.ToString(CultureInfo.InvariantCulture));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await primary.AskAsync("WAIT", "1", "100")).Trim() != "1")
            patience.Token.ThrowIfCancellationRequested();
        return replica;
    }

    public async ValueTask DisposeAsync()
    {
        await Replica.DisposeAsync();
        await Primary.DisposeAsync();
    }
}
