namespace ClaveBot.Conversation;

/// <summary>What a message means, whoever said it and in which words.</summary>
public enum Trigger
{
    // Moves.
    Change,
    Yes,
    No,
    Next,
    Back,
    Menu,
    Cancel,
    Restart,
    Forgot,
    NewLink,
    NotMe,
    WasMe,
    Freeze,
    Erase,
    EraseAll,

    // Interruptions: answered, and then the step is repeated.
    Help,
    Repeat,
    Safety,
    Person,
    Report,
    Trouble,
    Greeting,
    Thanks,
    Unknown,
    StalePress,
    Unsupported,

    // Said by the bot itself.
    LinkExpired,
    LinkBlocked,
    ClaveChanged,
    ChangedElsewhere,
    AccountFrozen,
    FreezeFailed,
}
