using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>
/// Commands of turns that run at the same time leave in one packet: what is asked for before a worker gets round to sending goes along. A
/// lone command waits for nobody. Under load a turn costs a tenth less that way, here and in Redis (docs/performance.md). Not in a
/// cluster: there a packet whose commands go to several servers fails as a whole when one of them is away.
/// </summary>
internal sealed class CommandPipeline(ConnectionMultiplexer connection) : IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private IBatch? _open;

    /// <summary>Runs commands, beside those of others.</summary>
    public Task<T> RunAsync<T>(Func<IDatabaseAsync, Task<T>> commands)
    {
        lock (_lock)
        {
            if (_open is null)
            {
                if (connection.GetServers().Any(static server => server.ServerType == ServerType.Cluster))
                    return commands(connection.GetDatabase());
                _open = connection.GetDatabase().CreateBatch();
                // Behind everything that is ready to run now, and may ask for something too.
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            return commands(_open);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        IBatch batch;
        lock (_lock)
            (batch, _open) = (_open!, null);
        try
        {
            batch.Execute();
        }
        catch (RedisConnectionException)
        {
            // Whoever waits for one of its commands has been told the same.
        }
    }
}
