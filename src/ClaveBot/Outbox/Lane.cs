namespace ClaveBot.Outbox;

/// <summary>
/// A queue of unsent items of one conversation, sent in order under one lease. They are apart, so that a mail server that is down, or
/// another conversation's shard, holds up nobody's chat.
/// </summary>
public enum Lane
{
    Chat,
    Mail,

    /// <summary>To other conversations.</summary>
    Events,
}
