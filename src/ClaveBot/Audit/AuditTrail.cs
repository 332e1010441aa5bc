using ClaveBot.Redis;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Audit;

/// <summary>
/// Writes the audit: every entry once, in one chain for all instances, first in Redis and then on standard output. Entries that come
/// at once share a round, so that many refusals cost few commands.
/// </summary>
public sealed class AuditTrail(RedisConnection redis, ReplicaGate replicas, AuditKeys keys, AuditOutput output, TimeProvider time, ILogger<AuditTrail> log)
{
    // Each lost race means that another instance has written.
    private const int RacesAllowed = 100;

    private readonly AuditStore _store = new(redis, replicas, keys, time);
    private readonly Lock _lock = new();
    private List<(AuditEntry Entry, TaskCompletionSource Written)> _next = [];
    private bool _running;
    private AuditHead? _head;

    /// <summary>Returns once the line is in Redis; of the same <see cref="AuditEntry.Id"/> twice, one is written.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away: hand it over again.</exception>
    public Task AppendAsync(AuditEntry entry)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _next.Add((entry, written));
            if (!_running)
            {
                _running = true;
                _ = Task.Run(RunAsync);
            }
        }

        return written.Task;
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } round)
        {
            try
            {
                await WriteAsync([.. round.Select(item => item.Entry).DistinctBy(entry => entry.Id, StringComparer.Ordinal)]);
                foreach (var (_, written) in round)
                    written.SetResult();
            }
            catch (Exception e)
            {
                // Whether it was written is not known: what is kept of the head may be old.
                _head = null;
                foreach (var (_, written) in round)
                    written.SetException(e);
            }
        }
    }

    private List<(AuditEntry Entry, TaskCompletionSource Written)> Take()
    {
        lock (_lock)
        {
            var round = _next;
            _next = [];
            _running = round.Count > 0;
            return round;
        }
    }

    private async Task WriteAsync(IReadOnlyList<AuditEntry> entries)
    {
        for (var race = 0; race < RacesAllowed; race++)
        {
            var (read, from, all) = await AfterAsync(entries);
            if (all.Count == 0)
            {
                await _store.ConfirmAsync(from.Last);
                return;
            }

            var lines = Chain(from, all);
            var last = lines[^1].Line;
            var next = AuditHead.Of(last, AuditStore.Trimmed(last.Number, from.Trimmed), keys);
            switch (await _store.AppendAsync(read, next, lines))
            {
                case AppendResult.Appended:
                    _head = next;
                    await _store.ConfirmAsync(next.Last);
                    output.Write(lines.Select(line => line.Line.Text));
                    return;
                case AppendResult.Known known:
                    entries = [.. entries.Where(entry => !known.Marks.Contains(keys.MarkOf(entry.Id), StringComparer.Ordinal))];
                    break;
                default:
                    _head = null;
                    break;
            }
        }

        throw new StoreUnavailableException("Too many instances write the audit at once.");
    }

    /// <summary>
    /// The seal as stored, the head to go on from, and what to write after it. When somebody without the key has altered the head, the
    /// chain goes on from the last line there is, with a line that says so: a genuine head must not cover up what was done.
    /// </summary>
    private async Task<(string Read, AuditHead From, IReadOnlyList<AuditEntry> Entries)> AfterAsync(IReadOnlyList<AuditEntry> entries)
    {
        if (_head is { } known)
            return (known.Seal, known, entries);
        var (head, count) = await _store.HeadAsync();
        if (head.IsGenuine(keys, count))
            return (head.Seal, _head = head, entries);
        log.AuditAltered();
        var now = time.GetUtcNow();
        var last = await _store.LastLineAsync() is { } text ? AuditLine.Read(text, keys) : null;
        var from = last is null ? AuditHead.None : new AuditHead(last.Number, last.Code, last.Number - count, "");
        return (head.Seal, from, [new($"tampering:{now.ToUnixTimeMilliseconds()}", now, AuditAct.Tampering, "head-altered"), .. entries]);
    }

    private List<(string Mark, AuditLine Line)> Chain(AuditHead head, IReadOnlyList<AuditEntry> entries)
    {
        var lines = new List<(string Mark, AuditLine Line)>(entries.Count);
        var (number, before) = (head.Last, head.Code);
        foreach (var entry in entries)
        {
            var line = AuditLine.Write(entry, ++number, before, keys);
            before = line.Code;
            lines.Add((keys.MarkOf(entry.Id), line));
        }

        return lines;
    }
}
