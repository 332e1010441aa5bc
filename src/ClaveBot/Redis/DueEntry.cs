using ClaveBot.Conversation;
using ClaveBot.Outbox;
using ClaveBot.PasswordLinks;

namespace ClaveBot.Redis;

/// <summary>An entry of the due index: something of a conversation that somebody must look at.</summary>
public abstract record DueEntry(ConversationId Conversation)
{
    /// <summary>As the index holds it.</summary>
    internal abstract string Member { get; }

    /// <summary>Its link's end, or the end of its retention.</summary>
    public sealed record Timer(ConversationId Conversation) : DueEntry(Conversation)
    {
        internal override string Member => Conversation.Text;
    }

    /// <summary>A lane whose sender died or had to wait.</summary>
    public sealed record Unsent(ConversationId Conversation, Lane Lane) : DueEntry(Conversation)
    {
        internal override string Member => $"{Conversation.Text}:{Lane}";
    }

    /// <summary>A change of the clave that nobody has settled.</summary>
    public sealed record Change(ConversationId Conversation, LinkKey Link) : DueEntry(Conversation)
    {
        internal override string Member => $"{Conversation.Text}:k:{Link.Hash}";
    }

    /// <summary>Reads what the index holds; null for a kind that only a later release knows.</summary>
    internal static DueEntry? Parse(string member)
    {
        var parts = member.Split(':');
        var id = ConversationId.Parse(parts[0]);
        return parts switch
        {
            [_] => new Timer(id),
            [_, "k", var hash] => new Change(id, new LinkKey(id.Shard, hash)),
            [_, var name] when Enum.TryParse<Lane>(name, out var lane) => new Unsent(id, lane),
            _ => null,
        };
    }
}
