using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>
/// What English texts wish, by words that no Spanish text has: the model of free words learnt mostly Spanish. Nothing here ends, erases or
/// freezes anything. A text that denies something is left to the model, unless it is memory that is denied.
/// </summary>
internal static class EnglishVocabulary
{
    private static readonly (Trigger Meant, string[] Phrases)[] Wishes =
    [
        (IsItReal, ["is it real", "is this real", "is this message real", "fake message", "scam", "phishing"]),
        (Helper, ["helps me", "helping me", "my granddaughter", "my grandson", "my daughter", "my son", "share a phone"]),
        (Employer, ["employer", "my company"]),
        (Reminder, ["remind", "reminder"]),
        (Expiry, ["expire", "expires", "expired", "expiry"]),
        (Locked, ["locked", "blocked", "unlock"]),
        (WrongEmail, ["my e mail", "my email", "wrong email", "wrong e mail", "old email", "new email"]),
        (Forgot, ["forgot", "forgotten", "do not remember", "don t remember", "dont remember", "cannot remember", "can t remember", "lost my password"]),
        (Privacy, ["privacy"]),
        (MyData, ["what data", "what do you keep", "what do you know about me"]),
        (Community, ["community", "channel"]),
        (Safety, ["safe", "secure", "trust you"]),
        (Why, ["why change", "why should i"]),
        (Person, ["person", "human", "talk to someone", "speak to someone", "call you"]),
        (Change, ["change", "new password"]),
        (Help, ["help", "what can you do", "i do not understand", "i don t understand"]),
        (Thanks, ["thanks", "thank you"]),
        (Greeting, ["hello", "hi", "good morning", "good afternoon", "good evening"]),
    ];

    /// <summary>What a text wishes, or null.</summary>
    public static Trigger? Read(Words words)
    {
        var denies = words.Has("no", "not", "never", "don t", "dont", "didn t", "didnt", "cannot", "can t", "cant", "someone else");
        foreach (var (meant, phrases) in Wishes)
        {
            if (words.Has(phrases) && (!denies || meant is Forgot or Help))
                return meant;
        }

        return null;
    }
}
