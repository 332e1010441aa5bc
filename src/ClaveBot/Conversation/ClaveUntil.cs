using ClaveBot.Channels;

namespace ClaveBot.Conversation;

/// <summary>Until when a clave works: the directory's own word, and nobody's guess.</summary>
internal static class ClaveUntil
{
    /// <summary>What is known after this turn. A clave that was changed elsewhere, or of an account that is frozen, works until nobody knows when.</summary>
    public static DateTimeOffset? After(IncomingContent content, ConversationRecord record) => content switch
    {
        IncomingContent.ClaveChanged { Settlement.Expires: var expires } => expires,
        IncomingContent.ChangedElsewhere or IncomingContent.AccountFrozen => null,
        _ => record.ClaveUntil,
    };
}
