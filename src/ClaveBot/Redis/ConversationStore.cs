using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Settings;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>Reads a conversation and commits its turns.</summary>
public sealed class ConversationStore(RedisConnection redis, Sealer sealer, SealedItems items, SealedComments comments, ReplicaGate replicas, ClaveBotSettings settings, TimeProvider time)
{
    // The id of the last message that was sent, then the revision, then what is sealed.
    private const int IdLength = 8;
    private const int HeaderLength = IdLength + 8;

    // Messengers repeat for a day.
    private static readonly TimeSpan ErasedLife = TimeSpan.FromHours(25);

    /// <summary>One read. Null: nobody was here yet.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<ConversationRecord?> LoadAsync(ConversationId id)
    {
        var stored = (byte[]?)await redis.GetAsync(RedisKeys.Record(id));
        if (stored is null || stored.Length < HeaderLength)
            return null;
        if (!sealer.TryOpen(stored.AsSpan(HeaderLength), Purpose(id), out var plain))
            throw new UnreadableRecordException();
        return RecordFormat.ReadRecord(plain) with { Revision = BinaryPrimitives.ReadInt64BigEndian(stored.AsSpan(IdLength)) };
    }

    /// <summary>What the comments of a conversation say, by their numbers; those without a text are left out.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<IReadOnlyDictionary<int, string>> CommentTextsAsync(ConversationId id) =>
        (await redis.RunAsync(db => db.HashGetAllAsync(RedisKeys.Comments(id))))
            .Select(entry => ((int)entry.Name, comments.Open(id, (long)entry.Name, (byte[])entry.Value!)?.Text))
            .Where(static comment => comment.Text is not null)
            .ToDictionary(static comment => comment.Item1, static comment => comment.Text!);

    /// <summary>One script: all of the turn or nothing.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away; whether it was committed is not known, and a redelivery finds out.</exception>
    public async Task<CommitResult> CommitAsync(Commit commit)
    {
        var id = commit.Id;
        var revision = commit.Record.Revision + 1;
        var lease = NewLease();
        var now = time.GetUtcNow();
        var messages = UnsentItem.Of(revision, [.. commit.Unsaid, .. commit.Messages]);
        var notices = UnsentItem.Of(revision, commit.Notices);
        var events = UnsentItem.Of(revision, commit.Events);
        // An entry that comes too early is looked at and moved then, so most turns leave it where it is.
        var entryStands = commit.Record.EntryAt > now && commit.Record.EntryAt <= commit.DueAt;
        var stored = Stored(id, entryStands || commit.Erases ? commit.Record : commit.Record with { EntryAt = commit.DueAt }, revision);
        RedisKey record = RedisKeys.Record(id);
        RedisKey[] keys =
        [
            record, RedisKeys.Due(id.Shard), RedisKeys.LaneOf(id, Lane.Chat), RedisKeys.LaneOf(id, Lane.Mail),
            commit.Open?.Key.RedisKey ?? record, commit.Close?.Key.RedisKey ?? record, RedisKeys.LaneOf(id, Lane.Events), RedisKeys.Comments(id),
            .. commit.Traces.Select(link => (RedisKey)link.RedisKey),
        ];
        RedisValue[] values =
        [
            commit.Record.Revision == 0 ? "" : Revision(commit.Record.Revision), stored,
            (long)LifeOf(commit.Record, now).TotalMilliseconds,
            id.Text, commit.Erases ? "erase" : entryStands ? "" : commit.DueAt.ToUnixTimeMilliseconds(),
            lease, (long)LaneStore.Lease.TotalMilliseconds, (now + LaneStore.Lease).ToUnixTimeMilliseconds(),
            commit.Open?.Purpose.ToString() ?? "", id.Text, commit.Open?.Deadline.ToUnixTimeMilliseconds() ?? 0,
            commit.Open is { } open ? (long)(open.Deadline - now + TimeSpan.FromHours(1)).TotalMilliseconds : 0,
            commit.Close?.Mode.ToString().ToLowerInvariant() ?? "", (int)(commit.Close?.Reason ?? PasswordLinks.LinkEnd.None), now.ToUnixTimeMilliseconds(),
            .. items.Seal(id, messages), .. items.Seal(id, notices), .. items.Seal(id, events),
            .. comments.Seal(id, commit.Comment, commit.Record.Comments.Count > 0),
        ];
        var answer = (long[])(await redis.RunAsync(Script.Commit, keys, values))!;
        if (answer[0] == 2)
            await ConfirmAsync(id, commit.Record with { Revision = revision });
        return answer[0] switch
        {
            0 => new CommitResult.Conflict(),
            1 => new CommitResult.LinkMoved(),
            _ => new CommitResult.Committed(
                [.. Lease(Lane.Chat, answer[1], messages), .. Lease(Lane.Mail, answer[2], notices), .. Lease(Lane.Events, answer[3], events)]),
        };

        IEnumerable<LeasedLane> Lease(Lane lane, long ours, IReadOnlyList<UnsentItem> committed) =>
            ours == 0 ? [] : [new LeasedLane(id, lane, lease, committed[0].Item.Route, ours == 1 ? committed : null)];
    }

    /// <summary>
    /// Returns once as many replicas as <c>Redis:Replicas</c> asks for have this revision or a later one. A redelivery needs it too:
    /// what it finds committed may still be with the primary alone.
    /// </summary>
    /// <exception cref="StoreUnavailableException">They have not: nothing may be acknowledged.</exception>
    /// <param name="id">The conversation.</param>
    /// <param name="record">With the revision that must be there.</param>
    public Task ConfirmAsync(ConversationId id, ConversationRecord record) => replicas.ConfirmAsync(
        RedisKeys.Record(id),
        async (db, flags) => (byte[]?)await db.StringGetRangeAsync(RedisKeys.Record(id), IdLength, HeaderLength - 1, flags) is { Length: sizeof(long) } stored
            && BinaryPrimitives.ReadInt64BigEndian(stored) >= record.Revision,
        LifeOf(record, time.GetUtcNow()));

    /// <summary>Retention: removes the record and its due entry, if it is still the revision that was read; 0: if there is still none.</summary>
    public async Task<bool> ForgetAsync(ConversationId id, long revision) => (bool)await redis.RunAsync(
        Script.Forget,
        [RedisKeys.Record(id), RedisKeys.Due(id.Shard), RedisKeys.LaneOf(id, Lane.Chat), RedisKeys.LaneOf(id, Lane.Mail), RedisKeys.LaneOf(id, Lane.Events), RedisKeys.Comments(id)],
        [revision == 0 ? "" : Revision(revision), id.Text]);

    // The due index ends a conversation; this sweeps up after it.
    private TimeSpan LifeOf(ConversationRecord record, DateTimeOffset now)
    {
        if (record.IsErased)
            return ErasedLife;
        var ahead = record.LastThingAt > now ? record.LastThingAt - now : TimeSpan.Zero;
        return ahead + settings.Retention.Conversation + TimeSpan.FromHours(1);
    }

    internal static string NewLease() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    private static byte[] Revision(long revision)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, revision);
        return bytes;
    }

    private static byte[] Purpose(ConversationId id) => Encoding.ASCII.GetBytes("record|" + id.Text);

    private byte[] Stored(ConversationId id, ConversationRecord record, long revision) =>
        [.. Revision(revision), .. sealer.Seal(RecordFormat.Write(record), Purpose(id))];
}
