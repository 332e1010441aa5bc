using ClaveBot.Conversation;

namespace ClaveBot.Outbox;

/// <summary>A lane that this instance may send, until the lease ends.</summary>
/// <param name="Lease">The token that "sent" must carry.</param>
/// <param name="Route">Whom it goes to.</param>
/// <param name="Items">In order; null when they must be taken first.</param>
/// <param name="Tries">How often its next item was not taken so far.</param>
/// <param name="InQuestion">What may have been sent already; null when nothing.</param>
/// <param name="LastSent">The channel's id of the last message that was sent; 0 when there is none.</param>
/// <param name="FailingSince">When its next item was not taken for the first time; null when nothing failed.</param>
public sealed record LeasedLane(
    ConversationId Conversation, Lane Lane, string Lease, Route Route, IReadOnlyList<UnsentItem>? Items, int Tries = 0, SendInQuestion? InQuestion = null, long LastSent = 0,
    DateTimeOffset? FailingSince = null)
{
    /// <summary>The next item: what is in question first, then answers before bulk, each in order.</summary>
    public UnsentItem? Next => Items is not { Count: > 0 } items ? null
        : items.FirstOrDefault(item => item.Order == InQuestion?.Order)
        ?? items.FirstOrDefault(item => !item.IsBulk)
        ?? items[0];
}

/// <summary>One unsent item.</summary>
/// <param name="Order">Its field in the lane: the revision of its turn and its place in it.</param>
public sealed record UnsentItem(long Order, OutboxItem Item)
{
    // A chat in which many accounts were confirmed tells each of them that it is gone.
    private const int PerTurn = 1024;

    /// <summary>Numbers what a turn has to send, in order. What has an odd number goes with an erasure, as commit.lua reads it.</summary>
    /// <param name="revision">The turn, or a number behind that of every turn.</param>
    /// <param name="items">What is to be sent.</param>
    public static IReadOnlyList<UnsentItem> Of(long revision, IEnumerable<OutboxItem> items) =>
        [.. items.Select((item, i) => new UnsentItem((((revision * PerTurn) + i) * 2) + (item.GoesWithAnErasure ? 1 : 0), item))];

    public bool IsBulk => Item is OutboxItem.Message { Priority: Priority.Bulk };

    /// <summary>Of these WhatsApp's daily cap allows so many.</summary>
    public bool IsMessage => Item is OutboxItem.Message;
}

/// <summary>A send of which nobody knows whether the other side accepted it.</summary>
/// <param name="Since">Not later than its first try.</param>
/// <param name="Order">The item; null when the process that sent it died: then it is whichever was next.</param>
public sealed record SendInQuestion(DateTimeOffset Since, long? Order);
