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
    More,
    ChangeLanguage,
    Spanish,
    English,
    AskPerson,

    // Interruptions: answered, and then the step is repeated.
    Help,
    Repeat,
    GoOn,
    Ambiguous,
    Safety,
    Helper,
    Why,
    Expiry,
    WrongEmail,
    Employer,
    Community,
    Person,
    Report,
    Trouble,
    Greeting,
    Thanks,
    Unknown,
    StalePress,
    Unsupported,

    // Written to a person: passed on, and not read.
    ToPerson,

    // What went wrong at a step of the official site: answered with its remedy.
    SiteDown,
    SiteDoubt,
    MenuHidden,
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
    PersonEnded,
    PersonAway,
}
