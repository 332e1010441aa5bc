using ClaveBot.Conversation;
using ClaveBot.Redis;
using ClaveBot.Settings;

namespace ClaveBot.PasswordLinks;

/// <summary>
/// The links in Redis. Looking is one read and changes nothing; every step on is one atomic script, so that of many at once one wins.
/// </summary>
public sealed class LinkStore(RedisConnection redis, ReplicaGate replicas, ClaveBotSettings settings, TimeProvider time)
{
    /// <summary>Wrong pairs of cédula and clave that one link takes before it ends.</summary>
    public const int TriesAllowed = 10;

    /// <summary>A claim without a new clave for so long frees the link again: the browser was closed, its cookie is gone.</summary>
    public static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(5);

    /// <summary>How long a change may be under way before somebody looks what became of it.</summary>
    public static readonly TimeSpan ChangeTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For how long the account must be seen unchanged before a change counts as not written: a directory that was frozen answers whoever asks
    /// before it has written what it was asked first.
    /// </summary>
    public static readonly TimeSpan UnchangedFor = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How much longer a link can be made to live, as a multiple of <c>Links:Life</c> counted from the commit: half an hour by default. WCAG 2.2.1
    /// lets a limit be essential; here it is, since whoever finds the phone finds the link. A new one costs a tap in the chat.
    /// </summary>
    public const int LongestLives = 3;

    // A directory may be away for longer than the link would be kept.
    private static readonly TimeSpan ChangeKept = TimeSpan.FromDays(30);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Null when there is no such link.</summary>
    public async Task<StoredLink?> LookAsync(LinkKey key)
    {
        var fields = await redis.RunAsync(db => db.HashGetAsync(key.RedisKey, ["s", "p", "c", "d", "a", "k", "m", "w", "e", "b", "h"]));
        if (fields[0].IsNull)
            return null;
        return new()
        {
            Key = key,
            State = Enum.Parse<LinkState>(fields[0].ToString(), ignoreCase: true),
            Purpose = Enum.Parse<LinkPurpose>(fields[1].ToString()),
            Conversation = ConversationId.Parse(fields[2].ToString()),
            Deadline = DateTimeOffset.FromUnixTimeMilliseconds((long)fields[3]),
            At = DateTimeOffset.FromUnixTimeMilliseconds(fields[4].IsNull ? 0 : (long)fields[4]),
            SessionKey = (byte[]?)fields[5] ?? [],
            Marker = fields[6].ToString(),
            Who = (byte[]?)fields[7] ?? [],
            Reason = fields[8].IsNull ? LinkEnd.None : (LinkEnd)(int)fields[8],
            Born = DateTimeOffset.FromUnixTimeMilliseconds(fields[9].IsNull ? 0 : (long)fields[9]),
            CodeHash = (byte[]?)fields[10] ?? [],
        };
    }

    /// <summary>The clave was proven: takes the link for one browser.</summary>
    public async Task<ClaimResult> ClaimAsync(LinkKey key, byte[] sessionKey, byte[] who) => (ClaimResult)(int)await redis.RunAsync(
        Script.Claim, [key.RedisKey], [Now, sessionKey, who, Now - (long)ClaimLife.TotalMilliseconds]);

    /// <summary>The claiming browser goes on to the directory. From here on a failover must not forget that the change is to be told.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away, or too few replicas have it: nothing may be written.</exception>
    public async Task<BeginResult> BeginChangeAsync(StoredLink link, string marker)
    {
        var begun = (BeginResult)(int)await redis.RunAsync(
            Script.Change, [link.Key.RedisKey, RedisKeys.Due(link.Key.Shard)],
                [Now, link.SessionKey, marker, ChangeOf(link).Member, Now + (long)ChangeTimeout.TotalMilliseconds, (long)ChangeKept.TotalMilliseconds]);
        if (begun == BeginResult.Begun)
        {
            await replicas.ConfirmAsync(
                link.Key.RedisKey, async (db, flags) => await db.HashGetAsync(link.Key.RedisKey, "s", flags) == "changing", ChangeKept);
        }

        return begun;
    }

    /// <summary>Nothing was written: back to step 5.</summary>
    public Task ReleaseAsync(StoredLink link) => ReleaseAsync(link, TimeSpan.Zero);

    /// <summary>The account is unchanged. Seen so for <see cref="UnchangedFor"/>, nothing was written; until then it is looked at again.</summary>
    public Task SeenUnchangedAsync(StoredLink link) => ReleaseAsync(link, UnchangedFor);

    /// <summary>The directory does not answer: what was seen before says nothing any more.</summary>
    public Task NotSeenAsync(StoredLink link) => redis.RunAsync(db => db.HashDeleteAsync(link.Key.RedisKey, "u"));

    private async Task ReleaseAsync(StoredLink link, TimeSpan unchanged) => await redis.RunAsync(
        Script.Release, [link.Key.RedisKey, RedisKeys.Due(link.Key.Shard)],
        [Now, link.SessionKey, ChangeOf(link).Member, (long)unchanged.TotalMilliseconds]);

    /// <summary>As much time again, within <see cref="LongestLives"/>. False: it is over, another browser has it, or there is no more to give.</summary>
    /// <param name="link">The link.</param>
    /// <param name="holds">Asked by the browser that claimed it.</param>
    public async Task<bool> ExtendAsync(StoredLink link, bool holds) => (int)await redis.RunAsync(
        Script.Extend, [link.Key.RedisKey],
        [
            Now, holds ? link.SessionKey : "", (long)settings.Links.Life.TotalMilliseconds,
            (long)(settings.Links.Life * LongestLives).TotalMilliseconds, Now - (long)ClaimLife.TotalMilliseconds,
        ]) == 1;

    /// <summary>The latest moment to which a link can be extended.</summary>
    public DateTimeOffset LastDeadline(StoredLink link) => link.Born + (settings.Links.Life * LongestLives);

    /// <summary>The due entry of a change that is under way.</summary>
    public static DueEntry ChangeOf(StoredLink link) => new DueEntry.Change(link.Conversation, link.Key);

    /// <summary>A proof begins; each that begins must end as wrong, given back or claimed.</summary>
    public async Task<TryResult> BeginTryAsync(LinkKey key, int allowed = TriesAllowed) => (TryResult)(int)await redis.RunAsync(
        Script.Try, [key.RedisKey], [Now, allowed, (long)ChangeTimeout.TotalMilliseconds, (int)LinkEnd.TooManyTries]);

    /// <summary>The pair was wrong; true when it was the last one this link takes.</summary>
    public async Task<bool> EndWrongTryAsync(LinkKey key, int allowed = TriesAllowed) => (int)await redis.RunAsync(
        Script.Wrong, [key.RedisKey], [allowed, (int)LinkEnd.TooManyTries]) == 2;

    /// <summary>Nobody said whether the pair was right: it was no try.</summary>
    public Task GiveTryBackAsync(LinkKey key) => redis.RunAsync(
        Script.Wrong, [key.RedisKey], [TriesAllowed, ""]);
}

/// <summary>As claim.lua answers.</summary>
public enum ClaimResult
{
    Gone = 0,
    Claimed = 1,
    Elsewhere = 2,
}

/// <summary>As try.lua answers.</summary>
public enum TryResult
{
    Gone = 0,
    Begun = 1,
    Busy = 2,

    /// <summary>Whoever began them died; with this call the link has ended.</summary>
    Ended = 3,
}

/// <summary>As change.lua answers.</summary>
public enum BeginResult
{
    Gone = 0,
    Begun = 1,
    Elsewhere = 2,
    UnderWay = 3,
}
