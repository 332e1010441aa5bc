namespace ClaveBot.Outbox;

/// <summary>
/// A queue of unsent items of one conversation, sent in order under one lease. Chat and mail are apart, so that a mail server
/// that is down holds up nobody's chat.
/// </summary>
public enum Lane
{
    Chat,
    Mail,
}
