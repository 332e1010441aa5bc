namespace ClaveBot.Texts;

/// <summary>What the bot says in the operators' group, in Spanish alone. {0} is the case.</summary>
public enum DeskText
{
    /// <summary>{0} is the case, {1} the channel, {2} the language, {3} how long the person waits.</summary>
    Header,
    New,

    /// <summary>{0} is how many minutes.</summary>
    Waits,
    HowTo,
    Left,
    TimedOut,
    Closed,
    Over,
    Unreachable,
    TooLate,
    Notified,
    NotDelivered,
    Secret,
    TooLong,
    OnlyText,
    Late,
}
