namespace ClaveBot.Conversation.Understanding;

/// <summary>
/// How far a typed word is from one that may have been meant: Damerau's distance (one letter too much, too few, another, or two swapped),
/// where a letter beside the right one, another vowel and a swap weigh less than one mistake.
/// </summary>
internal static class TypingDistance
{
    /// <summary>What one letter too many or too few weighs, in hundredths.</summary>
    public const int Mistake = 100;

    private const int Near = 70;
    private const int Width = SpanishSounds.Longest + 1;

    /// <summary>The distance in hundredths of a mistake; at least <paramref name="most"/> + 1 when it is more than that.</summary>
    public static int Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int most)
    {
        if (Math.Abs(typed.Length - meant.Length) * Mistake > most)
            return most + 1;
        Span<int> before = stackalloc int[Width];
        Span<int> above = stackalloc int[Width];
        Span<int> row = stackalloc int[Width];
        for (var j = 0; j <= meant.Length; j++)
            above[j] = j * Mistake;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i * Mistake;
            var least = row[0];
            for (var j = 1; j <= meant.Length; j++)
            {
                var cost = Math.Min(above[j - 1] + Replacing(typed[i - 1], meant[j - 1]), Math.Min(above[j], row[j - 1]) + Mistake);
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    cost = Math.Min(cost, before[j - 2] + Near);
                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
                return most + 1;
            var spent = before;
            before = above;
            above = row;
            row = spent;
        }

        return above[meant.Length];
    }

    private static int Replacing(char typed, char meant) =>
        typed == meant ? 0
        : IsVowel(typed) && IsVowel(meant) || Keyboard.AreNeighbours(typed, meant) ? Near
        : Mistake;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
