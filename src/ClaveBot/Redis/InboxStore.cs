
namespace ClaveBot.Redis;

/// <summary>Until when inbound WhatsApp messages are known to have been taken, and who fetches the ones that were missed.</summary>
public sealed class InboxStore(RedisConnection redis)
{
    // After a crash the next fetch begins this much later; whoever is alive and slow renews it. On the wall's clock, as it is on Redis'.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);

    /// <summary>Null: the bot never ran over this store.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<DateTimeOffset?> TakenUntilAsync() =>
        (long?)await redis.RunAsync(db => db.StringGetAsync(RedisKeys.InboxTaken)) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Whatever came until then was taken, or is fetched by whoever calls this.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task SetTakenUntilAsync(DateTimeOffset at) => redis.RunAsync(db => db.StringSetAsync(RedisKeys.InboxTaken, at.ToUnixTimeMilliseconds()));

    /// <summary>Runs <paramref name="fetch"/> if no other instance is at it.</summary>
    /// <returns>Whether it ran.</returns>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<bool> AloneAsync(Func<Task> fetch)
    {
        var token = ConversationStore.NewLease();
        if (!await redis.RunAsync(db => db.LockTakeAsync(RedisKeys.InboxLease, token, Lease)))
            return false;
        try
        {
            var fetching = fetch();
            while (await Task.WhenAny(fetching, Task.Delay(Lease / 3, TimeProvider.System)) != fetching)
                await redis.RunAsync(db => db.LockExtendAsync(RedisKeys.InboxLease, token, Lease));
            await fetching;
            return true;
        }
        finally
        {
            await redis.RunAsync(db => db.LockReleaseAsync(RedisKeys.InboxLease, token));
        }
    }
}
