using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>What somebody must look at now: conversations whose time has come, and lanes whose sender died or had to wait.</summary>
public sealed class DueIndex(RedisConnection redis, TimeProvider time)
{
    private const int PerShard = 16;

    /// <summary>How long the oldest entry that was read last had been due; a growing lag means too few instances.</summary>
    public TimeSpan Lag { get; private set; }

    /// <summary>Everything due, some of each shard: whoever asks again gets the rest.</summary>
    /// <exception cref="StoreUnavailableException">No shard answers.</exception>
    public async Task<IReadOnlyList<DueEntry>> ReadAsync()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var shards = await Task.WhenAll(Enumerable.Range(0, RedisKeys.Shards).Select(shard => ReadAsync((byte)shard, now)));
        if (Array.TrueForAll(shards, entries => entries is null))
            throw new StoreUnavailableException("No shard of the due index can be read.");
        var due = shards.SelectMany(entries => entries ?? []).ToList();
        Lag = due.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(now - due.Min(entry => entry.Score));
        return [.. due.Select(entry => DueEntry.Parse(entry.Element.ToString())).OfType<DueEntry>()];
    }

    // In a cluster one master that is away must not keep the others' conversations waiting.
    private async Task<SortedSetEntry[]?> ReadAsync(byte shard, long now)
    {
        try
        {
            return await redis.RunAsync(db => db.SortedSetRangeByScoreWithScoresAsync(RedisKeys.Due(shard), stop: now, take: PerShard));
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Looks at an entry again later: its handling failed, and must not fail every second.</summary>
    public Task PostponeAsync(DueEntry entry, TimeSpan wait) => redis.RunAsync(db => db.SortedSetAddAsync(
        RedisKeys.Due(entry.Conversation.Shard), entry.Member, (time.GetUtcNow() + wait).ToUnixTimeMilliseconds(), When.Exists));

    /// <summary>Removes an entry that has nothing behind it any more.</summary>
    public Task RemoveAsync(DueEntry entry) => redis.RunAsync(db =>
        db.SortedSetRemoveAsync(RedisKeys.Due(entry.Conversation.Shard), entry.Member));
}
