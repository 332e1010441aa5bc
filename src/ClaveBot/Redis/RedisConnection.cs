using ClaveBot.Settings;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>
/// The connection, with the client settings that matter set in code: it starts without Redis, says at once when Redis is away,
/// and comes back by itself.
/// </summary>
public sealed class RedisConnection : IAsyncDisposable
{
    // What the setting says comes later and wins. The check finds out within seconds that a replica has become the primary.
    private const string Defaults = "connectTimeout=2000,asyncTimeout=750,syncTimeout=750,configCheckSeconds=3,";

    // The server's, then the client's own words for a key that moves between masters just now.
    private static readonly string[] TemporaryErrors =
        ["LOADING", "READONLY", "MISCONF", "OOM", "MASTERDOWN", "CLUSTERDOWN", "NOREPLICAS", "TRYAGAIN", "BUSY", "MOVED", "ASK", "UNBLOCKED",
            "Key has MOVED", "The server redirected", "Endpoint "];

    private readonly Lazy<Task<ConnectionMultiplexer>> _connection;
    private readonly Lazy<Task<CommandPipeline>> _pipeline;
    private long _timesAway;

    public RedisConnection(RedisSettings settings)
    {
        var options = ConfigurationOptions.Parse(Defaults + settings.Configuration);
        // The checkup reads CONFIG.
        options.AllowAdmin = true;
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        // Time-outs are noticed at heartbeats: a webhook answers within a second also when Redis hangs.
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(200);
        options.ReconnectRetryPolicy = new LinearRetry(500);
        _connection = new(() => ConnectionMultiplexer.ConnectAsync(options));
        _pipeline = new(async () => new CommandPipeline(await _connection.Value));
    }

    /// <summary>How often Redis was found to be away since the start.</summary>
    public long TimesAway => Interlocked.Read(ref _timesAway);

    /// <summary>Runs commands.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away, or says that it cannot serve now.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> commands)
    {
        try
        {
            return await commands((await _connection.Value).GetDatabase());
        }
        catch (Exception e) when (IsAway(e))
        {
            throw Away(e);
        }
    }

    /// <summary>Reads a string: what every turn does, so it goes together with the commands of other turns.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away, or says that it cannot serve now.</exception>
    internal async Task<RedisValue> GetAsync(RedisKey key)
    {
        try
        {
            return await (await _pipeline.Value).RunAsync(db => db.StringGetAsync(key, CommandFlags.DemandMaster));
        }
        catch (Exception e) when (IsAway(e))
        {
            throw Away(e);
        }
    }

    /// <summary>Runs a script, together with the commands of other turns.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away, or says that it cannot serve now; whether the script ran is not known.</exception>
    internal async Task<RedisResult> RunAsync(Script script, RedisKey[] keys, RedisValue[] arguments)
    {
        try
        {
            var pipeline = await _pipeline.Value;
            try
            {
                return await pipeline.RunAsync(db => db.ScriptEvaluateAsync(script.Hash, keys, arguments));
            }
            catch (RedisServerException e) when (e.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
            {
                return await pipeline.RunAsync(db => db.ScriptEvaluateAsync(script.Text, keys, arguments));
            }
        }
        catch (Exception e) when (IsAway(e))
        {
            throw Away(e);
        }
    }

    /// <summary>Null when Redis answers, else what is wrong and the cure, for the operator.</summary>
    public async Task<string?> CheckAsync()
    {
        try
        {
            await RunAsync(db => db.PingAsync());
            return null;
        }
        catch (StoreUnavailableException e)
        {
            return e.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated)
            await (await _connection.Value).DisposeAsync();
    }

    private StoreUnavailableException Away(Exception e)
    {
        Interlocked.Increment(ref _timesAway);
        return new("Redis did not answer. Check Redis:Configuration and that the server runs.", e);
    }

    private static bool IsAway(Exception e) => e switch
    {
        RedisServerException server => TemporaryErrors.Any(error => server.Message.StartsWith(error, StringComparison.Ordinal)),
        RedisException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };
}
