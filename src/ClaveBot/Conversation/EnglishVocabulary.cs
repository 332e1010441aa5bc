using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>
/// What English texts wish where the model of free words, which learnt mostly Spanish, understands nothing: by words that no Spanish text has.
/// Nothing here ends, erases or freezes anything, and a text that says not to do something wishes nothing.
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
        (MyData, ["my data"]),
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
        if (words.Has("do not want", "don t want", "dont want", "do not change", "don t change", "dont change"))
            return null;
        foreach (var (meant, phrases) in Wishes)
        {
            if (words.Has(phrases))
                return meant;
        }

        return null;
    }
}
