using System.Text.RegularExpressions;

namespace ClaveBot.Cli.Readability;

/// <summary>
/// How easily a Spanish text is read, by Szigriszt-Pazos' formula, which the INFLESZ scale grades: below 40 very hard, from 55 normal, from 65 quite
/// easy, from 80 very easy. A sentence ends with <c>.</c>, <c>!</c>, <c>?</c>, <c>…</c> or the line; not with a colon or semicolon. What is
/// looked at and not read (numbers, web addresses, domain names, placeholders) counts as a word of two syllables.
/// </summary>
public sealed partial record Inflesz(int Words, int Sentences, int Syllables)
{
    private const int SyllablesOfAFigure = 2;

    /// <summary>About 0 to 120: the higher, the easier.</summary>
    public double Score => 206.835 - 62.3 * Syllables / Words - (double)Words / Sentences;

    /// <summary>Measures a text; null when it holds no word.</summary>
    public static Inflesz? Of(string text)
    {
        var (words, sentences, syllables, ended) = (0, 0, 0, 0);
        foreach (Match match in Piece().Matches(text))
        {
            if (match.Groups["end"].Success)
            {
                sentences += words > ended ? 1 : 0;
                ended = words;
                continue;
            }

            words++;
            syllables += match.Groups["word"].Success ? SpanishSyllables.Of(match.Value) : SyllablesOfAFigure;
        }

        return words == 0 ? null : new(words, sentences + (words > ended ? 1 : 0), syllables);
    }

    [GeneratedRegex("""\{\d[^}]*\}|https?://\S*[^\s.,;:!?»”)]|[\p{L}\d-]*(\.[\p{L}\d-]+)+|\d+|(?<word>\p{L}+)|(?<end>[.!?…\n])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();
}
