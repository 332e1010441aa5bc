namespace ClaveBot.Conversation.Understanding;

/// <summary>What a text of free words can mean, said at the menu. The corpus (tests/corpus/README.md) says where one ends and the next begins.</summary>
public enum Meaning
{
    /// <summary>Nothing of what the bot does, or nothing that can be read.</summary>
    Other,

    // What the bot can do.
    Change,
    Forgot,
    Locked,
    WrongEmail,
    Why,
    Expiry,
    Reminder,
    Safety,
    IsItReal,
    NotMe,
    Person,
    Community,
    Comment,
    Privacy,
    MyData,
    Erase,
    Language,
    Employer,

    // Moves.
    Help,
    Menu,
    Back,
    Repeat,
    Cancel,
    Restart,
    Yes,
    No,
    Done,

    // Kind words.
    Greeting,
    Thanks,
}
