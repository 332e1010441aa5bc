using System.Globalization;
using System.Text;

namespace ClaveBot.Accounts;

/// <summary>
/// A text as somebody guessing sees it: case, accents, spaces and punctuation do not count, and neither do known words, years and
/// runs like 1234. What is left after taking those out is what has to be guessed.
/// </summary>
internal static class GuessableText
{
    private const char Gap = '\0';
    private const int ShortestRun = 4;

    /// <summary>Lower case, without accents, spaces and punctuation.</summary>
    public static string Fold(string text) => Fold(text, static rune => rune);

    /// <summary>How a text can be read: as folded, and with the digits and signs that stand for letters read as letters.</summary>
    public static IEnumerable<string> Readings(string text) => [Fold(text), Fold(text, AsLetter)];

    /// <summary>A folded text without <paramref name="words"/>, which are folded too and come longest first.</summary>
    public static string Without(this string folded, IEnumerable<string> words) =>
        words.Aggregate(folded, static (left, word) => left.Replace(word, Gap.ToString(), StringComparison.Ordinal));

    /// <summary>How many code points are left to guess, runs and years taken out.</summary>
    public static int LeftToGuess(this string folded) =>
        WithoutYears(WithoutRuns(folded)).EnumerateRunes().Count(static rune => rune.Value != Gap);

    /// <summary>The shortest piece that, said over and over, gives the folded text; null when there is none.</summary>
    public static string? RepeatedPiece(string folded)
    {
        for (var length = 1; length <= folded.Length / 2; length++)
        {
            if (folded.AsSpan(length).SequenceEqual(folded.AsSpan(0, folded.Length - length)))
                return folded[..length];
        }

        return null;
    }

    private static string Fold(string text, Func<Rune, Rune> read)
    {
        var folded = new StringBuilder(text.Length);
        var wellFormed = string.Concat(text.EnumerateRunes());
        foreach (var rune in wellFormed.ToLowerInvariant().Normalize(NormalizationForm.FormD).EnumerateRunes().Select(read))
        {
            if (!IsIgnored(rune))
                folded.Append(rune.ToString());
        }

        return folded.ToString();
    }

    private static bool IsIgnored(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsPunctuation(rune) || Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static Rune AsLetter(Rune rune) => rune.Value switch
    {
        '0' => new Rune('o'),
        '1' or '!' => new Rune('i'),
        '3' => new Rune('e'),
        '4' or '@' => new Rune('a'),
        '5' or '$' => new Rune('s'),
        '7' => new Rune('t'),
        _ => rune,
    };

    /// <summary>aaaa, 1234, 4321, wxyz; digits go round: 7890123.</summary>
    private static string WithoutRuns(string folded)
    {
        var left = new StringBuilder(folded.Length);
        for (var start = 0; start < folded.Length;)
        {
            var length = RunLength(folded.AsSpan(start));
            left.Append(length >= ShortestRun ? Gap.ToString() : folded[start].ToString());
            start += length >= ShortestRun ? length : 1;
        }

        return left.ToString();
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestRun || Step(text[0], text[1]) is not { } step)
            return 1;
        var length = 2;
        while (length < text.Length && Step(text[length - 1], text[length]) == step)
            length++;
        return length;
    }

    private static int? Step(char from, char to)
    {
        if (!char.IsAsciiLetterOrDigit(from) || !char.IsAsciiLetterOrDigit(to))
            return from == to ? 0 : null;
        return (from, to) switch
        {
            ('9', '0') => 1,
            ('0', '9') => -1,
            _ => to - from is var step and >= -1 and <= 1 ? step : null,
        };
    }

    private static string WithoutYears(string folded)
    {
        var left = folded;
        for (var i = 0; i + 4 <= left.Length; i++)
        {
            if (left.AsSpan(i, 2) is "19" or "20" && char.IsAsciiDigit(left[i + 2]) && char.IsAsciiDigit(left[i + 3]))
                left = string.Concat(left.AsSpan(0, i), Gap.ToString(), left.AsSpan(i + 4));
        }

        return left;
    }
}
