using ClaveBot.Redis;

namespace ClaveBot.Web.Health;

/// <summary>The store: without it nothing can be answered.</summary>
internal sealed class RedisReadiness(RedisConnection redis, RedisCheckup checkup) : IReadinessCheck
{
    public string Name => "redis";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken) => await redis.CheckAsync() ?? checkup.Problem;
}
