namespace ClaveBot.Outbox;

/// <summary>
/// Whom an item is given to. Each has queue, workers and troubles of its own, so that one that is down holds up none of the others.
/// Numbered from 0 without a gap.
/// </summary>
public enum Route
{
    Telegram,
    WhatsApp,
    Mail,

    /// <summary>Another conversation.</summary>
    Conversation,
}
