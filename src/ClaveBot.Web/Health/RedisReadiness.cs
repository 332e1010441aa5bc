using ClaveBot.Redis;

namespace ClaveBot.Web.Health;

/// <summary>The store: without it nothing can be answered.</summary>
internal sealed class RedisReadiness(RedisConnection redis) : IReadinessCheck
{
    public string Name => "redis";

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => redis.CheckAsync();
}
