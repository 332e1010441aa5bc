using System.Text.RegularExpressions;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Texts;

/// <summary>Everything that people read, as it stands in the resource files, with what tests ask of it.</summary>
internal static partial class AllTexts
{
    public static IEnumerable<(string Name, string Text)> In(Language language) =>
        [.. Of<DialogueText>(language), .. Of<PageText>(language), .. Of<MailText>(language)];

    /// <summary>What stands in the language's own quotation marks: words to write, buttons to press, names on a page.</summary>
    public static IEnumerable<string> Quoted(string text) => Quotation().Matches(text).Select(match => match.Groups["said"].Value);

    /// <summary>Without what is quoted, addresses, placeholders and names, which are of no language or of another.</summary>
    public static string WithoutQuotations(string text) => Aside().Replace(Quotation().Replace(text, " "), " ");

    /// <summary>The words of a text, in lower case.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    /// <summary>A colon parts none, nor do the dots of an address.</summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. SentenceEnd().Split(Address().Replace(text, "X")).Where(sentence => Word().IsMatch(sentence))];

    private static IEnumerable<(string Name, string Text)> Of<TKey>(Language language)
        where TKey : struct, Enum => Enum.GetValues<TKey>().Select(key => ($"{typeof(TKey).Name}.{key}", key.Say(language)));

    [GeneratedRegex("[«“](?<said>[^»”]*)[»”]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\{\d[^}]*\}|https?://\S+|\S*\.\w\S*|\([^)]*\)|'s\b", RegexOptions.None, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"https?://\S+|\.?\w[\w-]*(\.[\w-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"[.!;…\n]+|(?<=\?)", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
