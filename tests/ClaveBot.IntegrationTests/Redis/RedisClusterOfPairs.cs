using System.Globalization;
using ClaveBot.Demo.Store;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>A Redis Cluster of three masters on loopback, each with a replica that takes over within seconds.</summary>
public sealed class RedisClusterOfPairs : IAsyncDisposable
{
    private const int Masters = 3;

    private readonly List<RedisServer> _servers = [];

    public string Configuration => string.Join(',', _servers.Take(Masters).Select(Address)) + ",asyncTimeout=30000";

    public static async Task<RedisClusterOfPairs> StartAsync()
    {
        var cluster = new RedisClusterOfPairs();
        for (var i = 0; i < 2 * Masters; i++)
        {
            cluster._servers.Add(await RedisServer.StartAsync(
                "--cluster-enabled", "yes", "--cluster-node-timeout", "1000", "--repl-diskless-sync-delay", "0", "--cluster-port", FreePort.Find().ToString(CultureInfo.InvariantCulture)));
        }

        await RedisCli.RunAsync(["--cluster", "create", .. cluster._servers.Select(Address), "--cluster-replicas", "1", "--cluster-yes"]);
        foreach (var server in cluster._servers)
            await RedisCluster.ServesAsync(server);
        await cluster.IsWholeAsync();
        return cluster;
    }

    /// <summary>SIGKILL of a master; returns when its replica has taken over.</summary>
    public async Task<RedisServer> KillMasterAsync()
    {
        var master = _servers[0];
        var before = await MastersAsync(_servers[1]);
        await master.KillAsync();
        await UntilAsync(async () => (await MastersAsync(_servers[1])).Except(before, StringComparer.Ordinal).Any());
        return master;
    }

    /// <summary>Waits until every master has its replica in step.</summary>
    public Task IsWholeAsync() => UntilAsync(async () =>
    {
        var masters = await MastersAsync(_servers[1]);
        foreach (var server in _servers.Where(server => masters.Contains(Address(server), StringComparer.Ordinal)))
        {
            if (!(await server.AskAsync("INFO", "replication")).Contains("state=online", StringComparison.Ordinal))
                return false;
        }

        return masters.Count == Masters;
    });

    /// <summary>Moves slots of the second master to the third.</summary>
    public async Task MoveSlotsAsync(int count)
    {
        var nodes = (await _servers[1].AskAsync("CLUSTER", "NODES")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await RedisCli.RunAsync(["--cluster", "reshard", Address(_servers[1]), "--cluster-from", IdOf(_servers[1]), "--cluster-to", IdOf(_servers[2]),
            "--cluster-slots", count.ToString(CultureInfo.InvariantCulture), "--cluster-yes"]);

        string IdOf(RedisServer server) => nodes.Single(node => node.Contains($" {Address(server)}@", StringComparison.Ordinal)).Split(' ')[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private static string Address(RedisServer server) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}");

    // "id ip:port@port flags …", as one of them sees it.
    private static async Task<IReadOnlyList<string>> MastersAsync(RedisServer asked) =>
    [
        .. (await asked.AskAsync("CLUSTER", "NODES")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(node => node.Split(' '))
            .Where(node => node[2].Contains("master", StringComparison.Ordinal) && !node[2].Contains("fail", StringComparison.Ordinal))
            .Select(node => node[1].Split('@')[0]),
    ];

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await isSo())
            await glance.WaitForNextTickAsync(patience.Token);
    }
}
