using ClaveBot.Conversation;
using ClaveBot.Outbox;
using ClaveBot.PasswordLinks;
using ClaveBot.Settings;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>The lanes of unsent items: taken under a lease, marked as sent, given back.</summary>
public sealed class LaneStore(RedisConnection redis, SealedItems items, ClaveBotSettings settings, TimeProvider time)
{
    /// <summary>How long a sender may be silent before another takes its lane; after a crash, how long a chat waits at most.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    /// <summary>Null when another sender holds it. An empty lane is gone with this call.</summary>
    /// <param name="lease">Our own token, when the commit gave us the lane already.</param>
    public async Task<LeasedLane?> TakeAsync(ConversationId id, Lane lane, string? lease = null)
    {
        var token = lease ?? ConversationStore.NewLease();
        var answer = await redis.RunAsync(db => db.ScriptEvaluateAsync(Script.Take, Keys(id, lane),
            [new DueEntry.Unsent(id, lane).Member, token, (long)Lease.TotalMilliseconds, DueIfWeDie()]));
        if (answer.IsNull)
            return null;
        var list = (RedisResult[])answer!;
        return new(id, lane, token, items.Open(id, list.Skip(1)), (int)list[0]);
    }

    /// <summary>Marks one item as sent. Null when the lease is lost; else what is left to send.</summary>
    /// <param name="link">The link that the item carried: its life counts from now.</param>
    public async Task<IReadOnlyList<UnsentItem>?> SentAsync(LeasedLane lane, UnsentItem item, LinkKey? link)
    {
        var keys = Keys(lane.Conversation, lane.Lane);
        var deadline = (time.GetUtcNow() + settings.Links.Life).ToUnixTimeMilliseconds();
        var answer = (RedisResult[])(await redis.RunAsync(db => db.ScriptEvaluateAsync(Script.Sent, [.. keys, link?.RedisKey ?? keys[0]],
        [
            new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease, (long)Lease.TotalMilliseconds, DueIfWeDie(),
            item.Order, link is null ? "" : deadline,
        ])))!;
        return (int)answer[0] == 0 ? null : items.Open(lane.Conversation, answer.Skip(1));
    }

    /// <summary>Keeps the lease while a send takes its time.</summary>
    public Task RenewAsync(LeasedLane lane) => redis.RunAsync(db => db.ScriptEvaluateAsync(
        Script.Renew, Keys(lane.Conversation, lane.Lane),
        [new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease, (long)Lease.TotalMilliseconds, DueIfWeDie()]));

    /// <summary>Gives the lane back until <paramref name="wait"/> is over.</summary>
    public Task PostponeAsync(LeasedLane lane, TimeSpan wait) => redis.RunAsync(db => db.ScriptEvaluateAsync(
        Script.Postpone, Keys(lane.Conversation, lane.Lane),
        [
            new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease,
            (time.GetUtcNow() + wait).ToUnixTimeMilliseconds(), (long)wait.TotalMilliseconds,
        ]));

    /// <summary>Gives back a lane that was not begun, for any instance to take up at once.</summary>
    public Task GiveBackAsync(LeasedLane lane) => redis.RunAsync(db => db.ScriptEvaluateAsync(
        Script.GiveBack, Keys(lane.Conversation, lane.Lane),
        [new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease, time.GetUtcNow().ToUnixTimeMilliseconds()]));

    private static RedisKey[] Keys(ConversationId id, Lane lane) => [RedisKeys.LaneOf(id, lane), RedisKeys.Due(id.Shard)];

    private long DueIfWeDie() => (time.GetUtcNow() + Lease).ToUnixTimeMilliseconds();
}
