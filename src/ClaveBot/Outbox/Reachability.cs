using ClaveBot.Conversation;
using ClaveBot.Redis;

namespace ClaveBot.Outbox;

/// <summary>Remembers who blocked the bot or is gone, so that nothing is sent by itself until the person writes again.</summary>
public sealed class Reachability(ConversationStore store, Deadlines deadlines)
{
    private const int RacesAllowed = 10;

    /// <summary>A send said that this chat takes nothing any more.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="asOf">When that send began: who wrote after that is reachable.</param>
    public async Task LostAsync(ConversationId id, DateTimeOffset asOf)
    {
        for (var race = 0; race < RacesAllowed; race++)
        {
            if (await store.LoadAsync(id) is not { IsUnreachable: false } record || record.LastMessageAt > asOf)
                return;
            var lost = record with { IsUnreachable = true };
            if (await store.CommitAsync(new() { Id = id, Record = lost, DueAt = deadlines.NextOf(lost) }) is not CommitResult.Conflict)
                return;
        }
    }
}
