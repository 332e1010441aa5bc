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

    // What went wrong at a step of the official site: answered with its remedy.
    SiteDown,
    SiteDoubt,
    MenuHidden,
    IsEmployer,
    FormHidden,
    OtherAddress,
    ClaveRefused,
    Locked,
    NothingHappens,
    NewRefused,
    NewDiffers,
    SessionOver,
    NoMailCame,
    MailLost,

    // Said by the bot itself.
    LinkExpired,
    LinkBlocked,
    ClaveChanged,
    ChangedElsewhere,
    AccountFrozen,
    FreezeFailed,
}
