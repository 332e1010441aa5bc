using System.Globalization;

namespace ClaveBot.Cli.Readability;

/// <summary>
/// Counts the syllables of Spanish words by the Academy's rules: a syllable has one open vowel (a, e, o) or accented í, ú; unaccented i, u lean
/// on their neighbour (diphthong), or on each other. An h between vowels changes nothing; the u of que, qui, gue, gui is silent, ü is not; y is a vowel unless one follows.
/// </summary>
public static class SpanishSyllables
{
    private const string Nuclei = "aeoáéóíú";
    private const string Leaning = "iuü";

    /// <summary>At least 1; letters of no Spanish word count as consonants.</summary>
    public static int Of(string word)
    {
        var letters = word.ToLower(CultureInfo.InvariantCulture).Normalize();
        var (syllables, before, hasNucleus) = (0, '\0', false);
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = Sound(letters, at);
            if (letter == Silent)
                continue;
            var isNucleus = Nuclei.Contains(letter, StringComparison.Ordinal);
            if (isNucleus || Leaning.Contains(letter, StringComparison.Ordinal))
            {
                // Two nuclei never share a syllable, nor do ii and uu.
                if (before == '\0' || (isNucleus && hasNucleus) || (!isNucleus && before == letter))
                    (syllables, hasNucleus) = (syllables + 1, false);
                hasNucleus |= isNucleus;
                before = letter;
            }
            else
            {
                before = '\0';
            }
        }

        return Math.Max(syllables, 1);
    }

    private const char Silent = ' ';

    private static char Sound(string letters, int at)
    {
        var (letter, previous) = (letters[at], at > 0 ? letters[at - 1] : '\0');
        var next = at + 1 < letters.Length ? letters[at + 1] : '\0';
        return letter switch
        {
            'h' when previous != 'c' => Silent,
            'u' when previous is 'q' or 'g' && next is 'e' or 'i' or 'é' or 'í' => Silent,
            'y' when !Nuclei.Contains(next, StringComparison.Ordinal) && !Leaning.Contains(next, StringComparison.Ordinal) => 'i',
            _ => letter,
        };
    }
}
