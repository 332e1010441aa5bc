using ClaveBot.Conversation;

namespace ClaveBot.Outbox;

/// <summary>A lane that this instance may send, until the lease ends.</summary>
/// <param name="Lease">The token that "sent" must carry.</param>
/// <param name="Items">In order; null when they must be read first.</param>
/// <param name="Tries">How often its first item was not taken so far.</param>
public sealed record LeasedLane(ConversationId Conversation, Lane Lane, string Lease, IReadOnlyList<UnsentItem>? Items, int Tries = 0);

/// <summary>One unsent item.</summary>
/// <param name="Order">Its field in the lane: the revision of its turn and its place in it.</param>
public sealed record UnsentItem(long Order, OutboxItem Item);
