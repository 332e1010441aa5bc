using System.Globalization;
using ClaveBot.Demo.Store;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>A Redis Cluster of three masters on loopback.</summary>
public sealed class RedisCluster : IAsyncLifetime
{
    private const int Masters = 3;

    private readonly List<RedisServer> _servers = [];

    public IReadOnlyList<RedisServer> Servers => _servers;

    /// <summary>One of them is enough: the client finds the others.</summary>
    public string Configuration => _servers[0].Configuration;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < Masters; i++)
            _servers.Add(await RedisServer.StartAsync("--cluster-enabled", "yes", "--cluster-require-full-coverage", "no", "--cluster-port", FreePort.Find().ToString(CultureInfo.InvariantCulture)));
        await RedisCli.RunAsync(["--cluster", "create", .. _servers.Select(Address), "--cluster-yes"]);
        foreach (var server in _servers)
            await ServesAsync(server);
    }

    /// <summary>Waits until a master takes its part: after a start it keeps still for two seconds.</summary>
    public static async Task ServesAsync(RedisServer server)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await server.AskAsync("CLUSTER", "INFO")).Contains("cluster_state:ok", StringComparison.Ordinal))
            patience.Token.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private static string Address(RedisServer server) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}");
}
