using ClaveBot.Conversation;

namespace ClaveBot.Persons;

/// <summary>What is kept of a person: in which chats the clave was proven, and the salt of the audit's name for them.</summary>
/// <param name="Salt">Random; empty when nothing is kept. Without it no audit line leads back to anybody.</param>
/// <param name="Chats">Where the clave was proven.</param>
public sealed record PersonEntry(byte[] Salt, IReadOnlyList<KnownChat> Chats)
{
    /// <summary>So long a chat must have known the clave before it is told of changes: whoever holds cédula and clave may be a thief.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromHours(24);

    /// <summary>The chats that hear of what happens at <paramref name="at"/> in another one: those that knew the clave long enough before.</summary>
    public IEnumerable<ConversationId> WhoHears(DateTimeOffset at, ConversationId asked) =>
        Chats.Where(chat => chat.Since + Trusted <= at && chat.Id != asked).Select(chat => chat.Id);

    /// <summary>Whether the clave was ever proven in this chat.</summary>
    public bool Knows(ConversationId chat) => Chats.Any(known => known.Id == chat);
}

/// <summary>A chat in which a person proved the clave.</summary>
/// <param name="Since">When it was proven there first.</param>
public sealed record KnownChat(ConversationId Id, DateTimeOffset Since);
