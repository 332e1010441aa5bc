using ClaveBot.Conversation;

namespace ClaveBot.PasswordLinks;

/// <summary>A link as Redis holds it.</summary>
public sealed record StoredLink
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(link)";

    public required LinkKey Key { get; init; }

    public required LinkState State { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public required ConversationId Conversation { get; init; }

    public required DateTimeOffset Deadline { get; init; }

    /// <summary>When it was committed.</summary>
    public DateTimeOffset Born { get; init; }

    /// <summary>When it was claimed, or when the change began.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The key under which the claiming browser's cookie is sealed; empty before the claim.</summary>
    public byte[] SessionKey { get; init; } = [];

    /// <summary>The account's change marker from before the change that is under way.</summary>
    public string Marker { get; init; } = "";

    /// <summary>Who claimed, sealed.</summary>
    public byte[] Who { get; init; } = [];

    /// <summary>The keyed hash of the code that recovery mailed last; empty when none was.</summary>
    public byte[] CodeHash { get; init; } = [];

    /// <summary>Why it ended.</summary>
    public LinkEnd Reason { get; init; }

    /// <summary>Whether time is over: a stored deadline counts to the millisecond.</summary>
    public bool IsOver(DateTimeOffset now) => Deadline <= now;
}

/// <summary>The states of a link; the lower-case names are stored.</summary>
public enum LinkState
{
    Issued,
    Claimed,
    Changing,
    Used,
    Ended,
}
