using ClaveBot.Comments;
using ClaveBot.Conversation;
using ClaveBot.Outbox;
using ClaveBot.PasswordLinks;

namespace ClaveBot.Redis;

/// <summary>What one turn changes; stored in one atomic script or not at all.</summary>
public sealed record Commit
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(commit)";

    public required ConversationId Id { get; init; }

    /// <summary>The new record; its <see cref="ConversationRecord.Revision"/> is still the one that was read.</summary>
    public required ConversationRecord Record { get; init; }

    /// <summary>When somebody must look at this conversation next.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What is taken back, before <see cref="Messages"/> are sent.</summary>
    public IReadOnlyList<OutboxItem.Unsay> Unsaid { get; init; } = [];

    public IReadOnlyList<OutboxItem.Message> Messages { get; init; } = [];

    public IReadOnlyList<OutboxItem.Notice> Notices { get; init; } = [];

    /// <summary>To other conversations, and to whom an account's news concern.</summary>
    public IReadOnlyList<OutboxItem> Events { get; init; } = [];

    /// <summary>
    /// Nothing of this conversation stays but <see cref="Record"/>, for a day: what waits for its chat and its time is gone too, and what the person
    /// wrote to somebody, except what this commit sends. Notices by mail and to others are still sent: nobody is silenced by an erasure.
    /// </summary>
    public bool Erases { get; init; }

    /// <summary>With an erasure: links that are gone without a trace, unless a change is under way.</summary>
    public IReadOnlyList<LinkKey> Traces { get; init; } = [];

    /// <summary>What is said tells what the comments say: composed without their texts it is to be composed anew.</summary>
    public bool TellsComments { get; init; }

    /// <summary>Stored beside the record; of the same number the last one stays.</summary>
    public NumberedComment? Comment { get; init; }

    public LinkOpening? Open { get; init; }

    public LinkClosing? Close { get; init; }
}

/// <summary>A link that exists from this commit on.</summary>
/// <param name="Deadline">The latest one; it comes nearer when the link has been sent.</param>
public sealed record LinkOpening(LinkKey Key, LinkPurpose Purpose, DateTimeOffset Deadline);

/// <summary>A link that ends with this commit.</summary>
public sealed record LinkClosing(LinkKey Key, LinkCloseMode Mode, LinkEnd Reason = LinkEnd.None);

/// <summary>How a link ends; the lower-case names are what commit.lua takes.</summary>
public enum LinkCloseMode
{
    /// <summary>Another one takes its place; a change under way is left to settle.</summary>
    Replace,

    /// <summary>The person gave up; a change under way is left to settle.</summary>
    Cancel,

    /// <summary>Only if its deadline is over and nobody is changing the clave.</summary>
    Expire,

    /// <summary>It is used now, unless it was already: also when somebody took the change for dead and freed the link.</summary>
    Settle,
}

/// <summary>What became of a commit.</summary>
public abstract record CommitResult
{
    private CommitResult() { }

    /// <param name="Lanes">The lanes this instance has to send now.</param>
    public sealed record Committed(IReadOnlyList<LeasedLane> Lanes) : CommitResult;

    /// <summary>Another turn was first: load again.</summary>
    public sealed record Conflict : CommitResult;

    /// <summary>The link to close is not in a state that can be closed so.</summary>
    public sealed record LinkMoved : CommitResult;
}
