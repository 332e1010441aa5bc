namespace ClaveBot.Demo.Phones;

/// <summary>What a person can put into a chat.</summary>
public enum MessageKind
{
    Text,
    Voice,
    Photo,
    Video,
    Document,
    Sticker,
    Location,
    Contact,
    Poll,
    Forwarded,

    /// <summary>A press on a button: on Telegram no message, kept to show what happened.</summary>
    Press,
}
