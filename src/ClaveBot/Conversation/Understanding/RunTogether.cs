using System.Collections.Frozen;

namespace ClaveBot.Conversation.Understanding;

/// <summary>Words that were typed together, taken apart: "quierocambiar", "mebloquearonlaclave".</summary>
internal static class RunTogether
{
    private const int Shortest = 5;
    private const int Longest = 48;
    private const int ShortestPart = 3;
    private const int LongestPart = 16;

    // What a part costs: fewest parts win, and words of the field before those of the rest of life.
    private const int FieldCost = 10;
    private const int ForeignCost = 16;

    // Of two letters, only these: others are left over when a mistyped word falls apart.
    private static readonly FrozenSet<string> Little =
        new[] { "mi", "me", "la", "le", "lo", "el", "de", "se", "no", "ya", "un", "al", "su", "en", "es", "si", "te", "tu", "yo", "ke", "my" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LittleBySpan = Little.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the words that a folded word is made of; false when it is not made of known words alone.</summary>
    public static bool Part(ReadOnlySpan<char> word, Lexicon lexicon, List<Token> tokens)
    {
        if (word.Length is < Shortest or > Longest)
            return false;
        // For each place the cheapest way to get there: what it costs, and where its last part begins.
        Span<int> costs = stackalloc int[word.Length + 1];
        Span<int> begins = stackalloc int[word.Length + 1];
        costs.Fill(int.MaxValue);
        costs[0] = 0;
        for (var end = 2; end <= word.Length; end++)
        {
            for (var begin = Math.Max(0, end - LongestPart); begin <= end - 2; begin++)
            {
                if (costs[begin] == int.MaxValue || CostOf(word[begin..end], lexicon) is not { } cost || costs[begin] + cost >= costs[end])
                    continue;
                (costs[end], begins[end]) = (costs[begin] + cost, begin);
            }
        }

        if (costs[^1] == int.MaxValue)
            return false;
        var first = tokens.Count;
        for (var end = word.Length; end > 0; end = begins[end])
            tokens.Insert(first, lexicon.Known(word[begins[end]..end])!.Value with { Source = TokenSource.Mended });
        return true;
    }

    private static int? CostOf(ReadOnlySpan<char> part, Lexicon lexicon) =>
        (part.Length < ShortestPart && !LittleBySpan.Contains(part)) || lexicon.Known(part) is not { } known ? null
        : known.IsForeign ? ForeignCost
        : FieldCost;
}
