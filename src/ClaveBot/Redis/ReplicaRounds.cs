using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>
/// One server's WAITs, one at a time: whoever comes meanwhile joins the next, so that neither many writes nor a replica that is away
/// make a queue.
/// </summary>
internal sealed class ReplicaRounds(IServer server, int replicas, TimeSpan patience)
{
    /// <summary>On the server that is asked and no other: WAIT speaks of that one's replicas alone.</summary>
    public const CommandFlags Here = CommandFlags.DemandMaster | CommandFlags.NoRedirect;

    private readonly Lock _lock = new();
    private List<Written> _next = [];
    private bool _running;

    /// <summary>Whether enough replicas have it.</summary>
    public Task<bool> JoinAsync(Written written)
    {
        lock (_lock)
        {
            _next.Add(written);
            if (!_running)
            {
                _running = true;
                _ = RunAsync();
            }
        }

        return written.Confirmed.Task;
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        while (Take() is { Count: > 0 } round)
        {
            try
            {
                var confirmed = await WaitAsync(round);
                foreach (var (written, isThere) in round.Zip(confirmed))
                    written.Confirmed.SetResult(isThere);
            }
            catch (Exception e)
            {
                foreach (var written in round)
                    written.Confirmed.TrySetException(e);
            }
        }
    }

    private List<Written> Take()
    {
        lock (_lock)
        {
            var round = _next;
            _next = [];
            _running = round.Count > 0;
            return round;
        }
    }

    // Over one socket in this order: still there, a write, WAIT. On a new socket WAIT would count from nothing and lie.
    private async Task<IEnumerable<bool>> WaitAsync(List<Written> round)
    {
        var sockets = server.GetCounters().Interactive.SocketCount;
        var there = round.Select(written => written.IsThere(written.Database, Here)).ToList();
        var touched = round.Select(written => written.Database.KeyExpireAsync(written.Key, written.Life, Here)).ToList();
        var answer = server.ExecuteAsync("WAIT", replicas, (long)patience.TotalMilliseconds);
        await Task.WhenAll([.. there, .. touched, answer]);
        var enough = (int)await answer >= replicas && server.GetCounters().Interactive.SocketCount == sockets;
        return there.Zip(touched, (isThere, wasTouched) => enough && isThere.Result && wasTouched.Result);
    }

    /// <summary>Something that was written and waits for its replicas.</summary>
    public sealed record Written(IDatabase Database, RedisKey Key, Func<IDatabase, CommandFlags, Task<bool>> IsThere, TimeSpan Life)
    {
        public TaskCompletionSource<bool> Confirmed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
