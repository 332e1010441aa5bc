using System.Buffers.Binary;
using System.Globalization;
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

    /// <summary>Null when another sender holds it, or when it has to wait. An empty lane is gone with this call.</summary>
    /// <param name="lease">Our own token, when we hold the lane already.</param>
    public async Task<LeasedLane?> TakeAsync(ConversationId id, Lane lane, string? lease = null)
    {
        var token = lease ?? ConversationStore.NewLease();
        var answer = await redis.RunAsync(Script.Take, [.. Keys(id, lane), RedisKeys.Record(id)],
            [new DueEntry.Unsent(id, lane).Member, token, (long)Lease.TotalMilliseconds, DueIfWeDie(), Now()]);
        if (answer.IsNull)
            return null;
        var list = (RedisResult[])answer!;
        var found = items.Open(id, list.Skip(4));
        var route = found.Count > 0 ? found[0].Item.Route : Route.Mail;
        return new(id, lane, token, route, found, (int)list[0], InQuestion((string)list[1]!), IdOf((byte[])list[2]!), (long)list[3] is > 0 and var since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null);
    }

    /// <summary>Marks one item as sent, or as given up. Null when the lease is lost; else what is left to send.</summary>
    public async Task<Marked?> SentAsync(LeasedLane lane, UnsentItem item, SentMark mark)
    {
        var keys = Keys(lane.Conversation, lane.Lane);
        var deadline = (time.GetUtcNow() + settings.Links.Life).ToUnixTimeMilliseconds();
        RedisKey counter = mark.CountOn is { } day ? RedisKeys.SentOn(lane.Conversation.Shard, day) : keys[0];
        var answer = (RedisResult[])(await redis.RunAsync(
            Script.Sent, [.. keys, RedisKeys.Record(lane.Conversation), mark.Link?.RedisKey ?? keys[0], counter],
        [
            new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease, (long)Lease.TotalMilliseconds, DueIfWeDie(),
            item.Order, mark.Link is null ? "" : deadline, mark.Id == 0 ? "" : Bytes(mark.Id),
            mark.CountOn is null ? "" : (long)TimeSpan.FromHours(50).TotalMilliseconds,
        ]))!;
        return (int)answer[0] == 0 ? null : new(items.Open(lane.Conversation, answer.Skip(2)), IdOf((byte[])answer[1]!));
    }

    /// <summary>Keeps the lease while a send takes its time.</summary>
    public Task RenewAsync(LeasedLane lane) => redis.RunAsync(
        Script.Renew, Keys(lane.Conversation, lane.Lane),
        [new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease, (long)Lease.TotalMilliseconds, DueIfWeDie()]);

    /// <summary>Gives the lane back until <paramref name="wait"/> is over.</summary>
    public Task PostponeAsync(LeasedLane lane, TimeSpan wait, Postponement why) => redis.RunAsync(
        Script.Postpone, Keys(lane.Conversation, lane.Lane),
        [
            new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease,
            (time.GetUtcNow() + wait).ToUnixTimeMilliseconds(), Flag(!why.LetsAnswersPass),
            why.InQuestion is { } question
                ? string.Create(CultureInfo.InvariantCulture, $"{question.Since.ToUnixTimeMilliseconds()} {question.Order}")
                : "",
            Flag(why.IsFailure), Now(),
        ]);

    /// <summary>Gives back a lane that was not begun, for any instance to take up at once.</summary>
    public Task GiveBackAsync(LeasedLane lane) => redis.RunAsync(
        Script.GiveBack, Keys(lane.Conversation, lane.Lane),
        [new DueEntry.Unsent(lane.Conversation, lane.Lane).Member, lane.Lease, time.GetUtcNow().ToUnixTimeMilliseconds()]);

    private static string Flag(bool value) => value ? "1" : "";

    private static RedisKey[] Keys(ConversationId id, Lane lane) => [RedisKeys.LaneOf(id, lane), RedisKeys.Due(id.Shard)];

    private static byte[] Bytes(long id)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        return bytes;
    }

    private static long IdOf(byte[] bytes) => bytes.Length == sizeof(long) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : 0;

    private static SendInQuestion? InQuestion(string stored) => stored.Split(' ') is [var since, var order]
        ? new(
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(since, CultureInfo.InvariantCulture)),
            long.TryParse(order, CultureInfo.InvariantCulture, out var field) ? field : null)
        : null;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long DueIfWeDie() => (time.GetUtcNow() + Lease).ToUnixTimeMilliseconds();
}

/// <summary>What is marked together with an item.</summary>
/// <param name="Link">The link that it carried: its life counts from now.</param>
/// <param name="Id">What to remember of the message; 0: nothing.</param>
/// <param name="CountOn">The day on which it counts against a daily cap; null: it does not.</param>
public readonly record struct SentMark(LinkKey? Link = null, long Id = 0, DateOnly? CountOn = null);

/// <summary>What a mark led to.</summary>
/// <param name="Left">What is left to send, in order.</param>
/// <param name="Before">What was remembered of the message before; 0: nothing, or nothing new was to be remembered.</param>
public sealed record Marked(IReadOnlyList<UnsentItem> Left, long Before);

/// <summary>Why a lane waits.</summary>
/// <param name="IsFailure">Counts as a try.</param>
/// <param name="LetsAnswersPass">Only this item waits: a new turn may take the lane up at once.</param>
/// <param name="InQuestion">The item may have been sent.</param>
public readonly record struct Postponement(bool IsFailure = false, bool LetsAnswersPass = false, SendInQuestion? InQuestion = null);
