using ClaveBot.Texts;

namespace ClaveBot.Cli.Readability;

/// <summary>
/// The Spanish texts whose readability is measured: those of two sentences or ten words and more. The formula is one of averages and says
/// nothing about a label, a title or a form of dates; buttons have a limit of their own.
/// </summary>
public static class MeasuredTexts
{
    private const int LeastWords = 10;
    private const int LeastSentences = 2;

    /// <summary>Each by its name, as in "DialogueText.Help", as it stands in the resource file.</summary>
    public static IEnumerable<(string Name, string Text, Inflesz Measure)> All() => [.. Of<DialogueText>(), .. Of<TalkText>(), .. Of<DeskText>(), .. Of<PageText>(), .. Of<MailText>()];

    private static IEnumerable<(string Name, string Text, Inflesz Measure)> Of<TKey>()
        where TKey : struct, Enum =>
        from key in Enum.GetValues<TKey>()
        let text = key.Say(Language.Spanish)
        let measure = Inflesz.Of(text)
        where measure is { Words: >= LeastWords } or { Sentences: >= LeastSentences }
        select ($"{typeof(TKey).Name}.{key}", text, measure);
}
