namespace ClaveBot.Conversation;

/// <summary>What a turn does beyond its conversation.</summary>
public enum AccountEffect
{
    None,

    /// <summary>The account of the newest alert is to be frozen.</summary>
    Freeze,

    /// <summary>Everything that is kept of this chat goes.</summary>
    Erase,
}
