using System.Collections.Concurrent;
using ClaveBot.Conversation;
using ClaveBot.Outbox;
using ClaveBot.Redis;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>What was seen on the wires and done to the processes: with it each duplicate is either explained or a fault of the product.</summary>
internal sealed class Ledger
{
    // A host finds Redis again some time after it is back; and it may have lost it some time before somebody noticed.
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(4);

    // The hosts' time-out for a command.
    private static readonly TimeSpan LongestMark = TimeSpan.FromSeconds(5);

    // The clock is read on either side of a send.
    private static readonly TimeSpan Blur = TimeSpan.FromMilliseconds(50);

    // A dead process' connections end about when it dies.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> _marks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Send>> _sends = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Death> _deaths = new();
    private readonly ConcurrentQueue<Absence> _absences = new();

    /// <summary>Redis said that it has marked an item of this lane.</summary>
    public void Marked(string laneKey) => _marks.GetOrAdd(laneKey, static _ => new()).Enqueue(Now);

    public void Sent(Send send) => _sends.GetOrAdd(send.Chat, static _ => new()).Enqueue(send);

    public void Died(Instance instance) => _deaths.Enqueue(new(instance, Now));

    /// <summary>Redis is out of reach until this is disposed of.</summary>
    public IDisposable StoreAway()
    {
        var absence = new Absence(Now);
        _absences.Enqueue(absence);
        return absence;
    }

    /// <summary>Why a message that the messenger accepted at <paramref name="first"/> came again at <paramref name="second"/>.</summary>
    public Cause CauseOf(ConversationId id, string chat, DateTimeOffset first, DateTimeOffset second)
    {
        if (WasMarked(id, Lane.Chat, first, second))
            return Cause.None;
        var send = _sends.GetValueOrDefault(chat, new()).Where(send => send.DistanceTo(first) < Blur).MinBy(send => send.DistanceTo(first));
        // Unheard, of one that lived on: the messenger hung up. Of one that died the connection ended too.
        if (send is { IsHeard: false } && !_deaths.Any(death => death.Instance == send.Instance && (death.At - send.Until).Duration() < Aftermath))
            return Cause.Cut;
        if (_deaths.Any(death => (send is null || death.Instance == send.Instance) && death.At >= first - Blur && death.At <= second))
            return Cause.Died;
        return IsStoreAway(first, second) ? Cause.StoreAway : Cause.None;
    }

    /// <summary>The same for mails, whose server is a folder: which instance wrote one is not seen.</summary>
    public Cause CauseOfMail(ConversationId id, DateTimeOffset first, DateTimeOffset second)
    {
        if (WasMarked(id, Lane.Mail, first, second))
            return Cause.None;
        if (_deaths.Any(death => death.At >= first - Blur && death.At <= second))
            return Cause.Died;
        return IsStoreAway(first, second) ? Cause.StoreAway : Cause.None;
    }

    /// <summary>For the report: what is known of a chat since a moment.</summary>
    public string Tell(ConversationId id, string chat, DateTimeOffset since)
    {
        var marks = _marks.GetValueOrDefault(RedisKeys.LaneOf(id, Lane.Chat).ToString(), new()).Where(at => at >= since).Select(at => $"marked {at:mm:ss.fff}");
        var sends = _sends.GetValueOrDefault(chat, new()).Where(send => send.Until >= since).Select(send => $"{(send.IsHeard ? "sent" : "sent unheard")} {send.From:mm:ss.fff}-{send.Until:ss.fff} by {send.Instance.Name}");
        var deaths = _deaths.Where(death => death.At >= since).Take(6).Select(death => $"{death.Instance.Name} died {death.At:mm:ss.fff}");
        return string.Join(", ", marks.Concat(sends).Concat(deaths));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private bool WasMarked(ConversationId id, Lane lane, DateTimeOffset first, DateTimeOffset second) =>
        _marks.TryGetValue(RedisKeys.LaneOf(id, lane).ToString(), out var marks) && marks.Any(at => at > first && at < second);

    private bool IsStoreAway(DateTimeOffset first, DateTimeOffset second) =>
        _absences.Any(absence => absence.From <= first + LongestMark && absence.From <= second && absence.Until + Reconnect >= first);

    private sealed record Death(Instance Instance, DateTimeOffset At);

    private sealed class Absence(DateTimeOffset from) : IDisposable
    {
        public DateTimeOffset From => from;

        public DateTimeOffset Until { get; private set; } = DateTimeOffset.MaxValue - Reconnect;

        public void Dispose() => Until = Now;
    }
}

/// <summary>One request that asked a messenger to send.</summary>
/// <param name="Chat">As in <see cref="Channels.ChatAddress.Id"/>.</param>
/// <param name="From">When its first bytes were passed on.</param>
/// <param name="Until">When its answer came, or the connection ended.</param>
/// <param name="IsHeard">The host was told that it is accepted.</param>
internal sealed record Send(Instance Instance, string Chat, DateTimeOffset From, DateTimeOffset Until, bool IsHeard)
{
    public TimeSpan DistanceTo(DateTimeOffset moment) => moment < From ? From - moment : moment > Until ? moment - Until : TimeSpan.Zero;
}

/// <summary>Why something came twice, as the outbox allows it where a messenger has no idempotency key.</summary>
internal enum Cause
{
    /// <summary>Nothing that was seen explains it.</summary>
    None,

    /// <summary>The process that sent it died before Redis had marked it.</summary>
    Died,

    /// <summary>Redis was out of reach when it was to be marked.</summary>
    StoreAway,

    /// <summary>The connection to the messenger ended before its answer.</summary>
    Cut,
}
