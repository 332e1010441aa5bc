using ClaveBot.Outbox;
using ClaveBot.Redis;

namespace ClaveBot.PasswordLinks;

/// <summary>Codes on their way: in one script the link takes the hash and the mail lane the sealed item.</summary>
public sealed class CodeStore(RedisConnection redis, SealedItems items, TimeProvider time)
{
    /// <summary>Opens the link's second page for one browser, until <paramref name="deadline"/>.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    internal async Task<AskResult> AskAsync(StoredLink link, byte[] sessionKey, byte[] who, byte[] hash, DateTimeOffset deadline, OutboxItem.Code code)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var id = link.Conversation;
        // Behind the notices of turns, whose numbers are far lower: they do not wait for a code that nobody may need any more.
        var item = UnsentItem.Of(now, [code])[0];
        return (AskResult)(int)await redis.RunAsync(Script.Ask,
            [link.Key.RedisKey, RedisKeys.LaneOf(id, Lane.Mail), RedisKeys.Due(id.Shard)],
            [
                now, sessionKey, who, hash, deadline.ToUnixTimeMilliseconds(), RecoveryCode.PerLink,
                new DueEntry.Unsent(id, Lane.Mail).Member, .. items.Seal(id, [item]).Skip(1),
            ]);
    }
}

/// <summary>As ask.lua answers.</summary>
internal enum AskResult
{
    Gone = 0,
    Asked = 1,
    Enough = 2,
}
