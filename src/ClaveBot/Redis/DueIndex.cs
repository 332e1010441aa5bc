using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>What somebody must look at now: conversations whose time has come, and lanes whose sender died or had to wait.</summary>
public sealed class DueIndex(RedisConnection redis, TimeProvider time)
{
    private const int PerShard = 16;

    /// <summary>Everything due, some of each shard: whoever asks again gets the rest.</summary>
    public async Task<IReadOnlyList<DueEntry>> ReadAsync()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var found = await redis.RunAsync(db => Task.WhenAll(Enumerable.Range(0, RedisKeys.Shards).Select(shard =>
            db.SortedSetRangeByScoreAsync(RedisKeys.Due((byte)shard), stop: now, take: PerShard))));
        return [.. found.SelectMany(members => members).Select(member => DueEntry.Parse(member.ToString())).OfType<DueEntry>()];
    }

    /// <summary>Looks at an entry again later: its handling failed, and must not fail every second.</summary>
    public Task PostponeAsync(DueEntry entry, TimeSpan wait) => redis.RunAsync(db => db.SortedSetAddAsync(
        RedisKeys.Due(entry.Conversation.Shard), entry.Member, (time.GetUtcNow() + wait).ToUnixTimeMilliseconds(), When.Exists));

    /// <summary>Removes an entry that has nothing behind it any more.</summary>
    public Task RemoveAsync(DueEntry entry) => redis.RunAsync(db =>
        db.SortedSetRemoveAsync(RedisKeys.Due(entry.Conversation.Shard), entry.Member));
}
