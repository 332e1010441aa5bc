using ClaveBot.Redis;
using ClaveBot.Settings;
using StackExchange.Redis;

namespace ClaveBot.Outbox;

/// <summary>The sends a second that bulk items of all instances share, so that answers never have to wait for them. Only bulk items ask.</summary>
public sealed class BulkBudget(RedisConnection redis, ClaveBotSettings settings, TimeProvider time)
{
    /// <summary>Null: one send is ours. Else how long until the next one is free.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<TimeSpan?> TakeAsync(Route route)
    {
        var perSecond = route == Route.WhatsApp ? settings.WhatsApp.BulkPerSecond : settings.Telegram.BulkPerSecond;
        var wait = (long)await redis.RunAsync(
            Script.Budget, new RedisKey[] { RedisKeys.Budget(route) }, [time.GetUtcNow().ToUnixTimeMilliseconds(), perSecond]);
        return wait == 0 ? null : TimeSpan.FromMilliseconds(wait);
    }
}
