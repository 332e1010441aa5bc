using System.Globalization;
using System.Net;
using Garnet;
using StackExchange.Redis;

namespace ClaveBot.Demo.Store;

/// <summary>
/// A Redis-compatible store in this process, for the demo and for quick tests: it listens on loopback only and keeps its data in a
/// folder, so that what it acknowledged is still there after a kill. Never part of the deployable host.
/// </summary>
public sealed class EmbeddedRedis : IAsyncDisposable
{
    private readonly GarnetServer server;
    private bool stopped;

    private EmbeddedRedis(GarnetServer server, int port)
    {
        this.server = server;
        Port = port;
    }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What a StackExchange.Redis client connects with; patient, because each new connection compiles the scripts anew.</summary>
    public string Configuration => $"{IPAddress.Loopback}:{Port},asyncTimeout=60000,syncTimeout=60000";

    /// <summary>Starts a store on what <paramref name="folder"/> holds.</summary>
    /// <param name="folder">Where its data is kept; made when missing. Only one store at a time may have it.</param>
    /// <param name="port">Where it listens; 0 picks a free port.</param>
    public static EmbeddedRedis Start(string folder, int port = 0)
    {
        Directory.CreateDirectory(folder);
        var chosen = port == 0 ? FreePort.Find() : port;
        var garnet = new GarnetServer(Arguments(folder, chosen));
        garnet.Start();
        return new EmbeddedRedis(garnet, chosen);
    }

    /// <summary>Forgets everything, key by key: FLUSHDB is not in the store's log, so that after a restart all would be back.</summary>
    public async Task FlushAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Configuration);
        var database = connection.GetDatabase();
        await foreach (var key in connection.GetServer(IPAddress.Loopback, Port).KeysAsync())
            await database.KeyDeleteAsync(key);
    }

    /// <summary>Stops it; the folder keeps the data.</summary>
    public ValueTask DisposeAsync()
    {
        if (stopped)
            return ValueTask.CompletedTask;
        stopped = true;
        server.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Scripts are atomic only with lua-transaction-mode; an answer means "on disk" only with aof-commit-wait; the default device
    /// wants libaio, which a plain machine does not have.
    /// </summary>
    private static string[] Arguments(string folder, int port) =>
    [
        "--port", port.ToString(CultureInfo.InvariantCulture),
        "--bind", IPAddress.Loopback.ToString(),
        "--lua", "--lua-transaction-mode",
        "--aof", "--aof-commit-freq", "0", "--aof-commit-wait",
        "--device-type", "RandomAccess",
        "--checkpointdir", folder,
        "--recover",
        "--memory", "64m",
        "--index", "8m",
        "-q", "--logger-level", "None",
    ];
}
