using ClaveBot.Redis;
using StackExchange.Redis;

namespace ClaveBot.Audit;

/// <summary>The chain in Redis: a list of lines, the head, and which events have been written. All in one slot; a list, because streams are not everywhere.</summary>
internal sealed class AuditStore(RedisConnection redis, ReplicaGate replicas, AuditKeys keys, TimeProvider time)
{
    /// <summary>Lines kept here at least; older ones are on standard output.</summary>
    public const int Kept = 100_000;

    // Dropped so many at once: whoever reads page by page meanwhile is rarely disturbed.
    private const int Step = 1000;

    // An event is handed over again within seconds, or after Redis was away.
    private static readonly TimeSpan MarkLife = TimeSpan.FromDays(30);

    // A write is what WAIT counts from; the head is kept for good.
    private static readonly TimeSpan HeadLife = TimeSpan.FromDays(3650);

    private readonly RedisKey _lines = RedisKeys.AuditLines(keys.Chain);
    private readonly RedisKey _head = RedisKeys.AuditHead(keys.Chain);
    private readonly RedisKey _marks = RedisKeys.AuditMarks(keys.Chain);

    /// <summary>The head as it is stored and how many lines are kept, of the same moment.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<(AuditHead Head, long Lines)> HeadAsync()
    {
        var (fields, lines) = await redis.RunAsync(async db =>
        {
            var moment = db.CreateTransaction();
            var head = moment.HashGetAsync(_head, ["n", "code", "trimmed", "seal"]);
            var length = moment.ListLengthAsync(_lines);
            await moment.ExecuteAsync(CommandFlags.DemandMaster);
            return (await head, await length);
        });
        var stored = fields[0].IsNull ? AuditHead.None : new((long)fields[0], fields[1].ToString(), (long)fields[2], fields[3].ToString());
        return (stored, lines);
    }

    /// <summary>How many lines are dropped in all when the last one is <paramref name="last"/>.</summary>
    public static long Trimmed(long last, long trimmed) => last - trimmed > Kept + Step ? last - Kept : trimmed;

    /// <summary>The newest line; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<string?> LastLineAsync() => await redis.RunAsync(db => db.ListGetByIndexAsync(_lines, -1, CommandFlags.DemandMaster));

    /// <summary>Adds lines after the head that was read, all or none.</summary>
    /// <param name="read">The seal of the head that was read.</param>
    /// <param name="next">That will be.</param>
    /// <param name="lines">Each with the mark of its event.</param>
    /// <exception cref="StoreUnavailableException">Redis is away; whether they were added, the marks tell.</exception>
    public async Task<AppendResult> AppendAsync(string read, AuditHead next, IReadOnlyList<(string Mark, AuditLine Line)> lines)
    {
        var now = time.GetUtcNow();
        var answer = (RedisResult[])(await redis.RunAsync(
            Script.Append,
            [_lines, _head, _marks],
            [
                read, next.Last, next.Code, next.Trimmed, next.Seal, next.Last - next.Trimmed,
                now.ToUnixTimeMilliseconds(), (now - MarkLife).ToUnixTimeMilliseconds(),
                .. lines.SelectMany(line => new RedisValue[] { line.Mark, line.Line.Text }),
            ]))!;
        return (int)answer[0] switch
        {
            0 => new AppendResult.Moved(),
            1 => new AppendResult.Appended(),
            _ => new AppendResult.Known([.. answer.Skip(1).Select(mark => mark.ToString())]),
        };
    }

    /// <summary>Returns once as many replicas as the settings ask for have what was appended.</summary>
    /// <exception cref="StoreUnavailableException">They have not.</exception>
    public Task ConfirmAsync(long last) => replicas.ConfirmAsync(
        _head, async (db, flags) => (long?)await db.HashGetAsync(_head, "n", flags) >= last, HeadLife);

    /// <summary>All lines that are kept, oldest first.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async IAsyncEnumerable<string> LinesAsync()
    {
        const int page = 1000;
        for (var from = 0L; ; from += page)
        {
            var lines = await redis.RunAsync(db => db.ListRangeAsync(_lines, from, from + page - 1, CommandFlags.DemandMaster));
            foreach (var line in lines)
                yield return line.ToString();
            if (lines.Length < page)
                yield break;
        }
    }
}

/// <summary>As append.lua answers.</summary>
internal abstract record AppendResult
{
    private AppendResult() { }

    public sealed record Appended : AppendResult;

    /// <summary>Another instance was first: read the head again.</summary>
    public sealed record Moved : AppendResult;

    /// <summary>Some have been written before; nothing was added.</summary>
    public sealed record Known(IReadOnlyList<string> Marks) : AppendResult;
}
