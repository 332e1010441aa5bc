using ClaveBot.Redis;

namespace ClaveBot.Audit;

/// <summary>Reads the audit for operators: is it whole, and what does it say.</summary>
public sealed class AuditReport(RedisConnection redis, ReplicaGate replicas, AuditKeys keys, TimeProvider time)
{
    private readonly AuditStore _store = new(redis, replicas, keys, time);

    /// <summary>Checks the chain in Redis, and a copy of its lines when one is given.</summary>
    /// <param name="copy">Lines as hosts wrote them; what is not a line of the audit is passed over. Null: only Redis.</param>
    /// <param name="isPart">The copy may begin and end anywhere.</param>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<AuditVerdict> VerifyAsync(IEnumerable<string>? copy = null, bool isPart = false)
    {
        // Lines may be added meanwhile: those after the head that was read first are not looked at.
        var (head, length) = await _store.HeadAsync();
        var kept = new AuditVerifier(keys);
        await foreach (var line in _store.LinesAsync())
        {
            if (kept.Count < length)
                kept.Add(line);
        }

        if (!head.IsGenuine(keys, length))
            kept.Find($"The head in Redis was altered or deleted: what was cut off the end cannot be told from Redis alone. Give a file of lines.");
        else
        {
            kept.BeginsAfter(head.Trimmed);
            kept.EndsAt(head);
        }

        return copy is null ? new(kept.Count, kept.Findings, 0, []) : WithCopy(copy, isPart, head, kept);
    }

    /// <summary>The lines in Redis as they are kept, oldest first.</summary>
    /// <param name="person">Only those that name this person (<see cref="AuditKeys.NameOf"/>); null: all.</param>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public IAsyncEnumerable<string> LinesAsync(string? person = null) =>
        person is null ? _store.LinesAsync() : _store.LinesAsync().Where(line => AuditLine.Read(line, keys)?.Person == person);

    private AuditVerdict WithCopy(IEnumerable<string> copy, bool isPart, AuditHead head, AuditVerifier kept)
    {
        var given = new AuditVerifier(keys);
        foreach (var line in copy.Where(AuditLine.IsOne))
            given.Add(line);
        given.AgreesWith(kept);
        if (!isPart)
        {
            given.BeginsAfter(0);
            given.EndsAt(head);
        }

        return new(kept.Count, kept.Findings, given.Count, given.Findings);
    }
}

/// <summary>What was found.</summary>
/// <param name="Lines">In Redis.</param>
/// <param name="Findings">What is wrong there; empty when nothing is.</param>
/// <param name="CopyLines">In the copy.</param>
/// <param name="CopyFindings">What is wrong with the copy.</param>
public sealed record AuditVerdict(long Lines, IReadOnlyList<string> Findings, long CopyLines, IReadOnlyList<string> CopyFindings)
{
    public bool IsWhole => Findings.Count == 0 && CopyFindings.Count == 0;
}
