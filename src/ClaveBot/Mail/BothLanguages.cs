using ClaveBot.Texts;

namespace ClaveBot.Mail;

/// <summary>
/// Mails say everything in Spanish and, below, in English: who asks for one in a chat may be a thief, and must not choose a language
/// that the account's owner does not read.
/// </summary>
internal static class BothLanguages
{
    private const string Between = "--- English ---";

    /// <summary>A subject.</summary>
    public static string Subject(MailText key) => $"{key.Say(Language.Spanish)} / {key.Say(Language.English)}";

    /// <summary>A body of these paragraphs, said once in each language.</summary>
    public static string Body(Func<Language, IEnumerable<string>> paragraphs) =>
        string.Join("\n\n", [.. paragraphs(Language.Spanish), Between, .. paragraphs(Language.English)]) + "\n";
}
