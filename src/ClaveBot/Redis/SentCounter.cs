namespace ClaveBot.Redis;

/// <summary>How many WhatsApp messages were sent on a day; counted by shard, since a script stays within one.</summary>
public sealed class SentCounter(RedisConnection redis)
{
    /// <summary>Of all shards.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<long> SumAsync(DateOnly day)
    {
        var counts = await redis.RunAsync(db => Task.WhenAll(
            Enumerable.Range(0, RedisKeys.Shards).Select(shard => db.StringGetAsync(RedisKeys.SentOn((byte)shard, day)))));
        return counts.Sum(count => (long?)count ?? 0);
    }
}
