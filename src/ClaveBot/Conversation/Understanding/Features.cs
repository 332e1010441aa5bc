using System.Runtime.InteropServices;

namespace ClaveBot.Conversation.Understanding;

/// <summary>One thing that is so in a text, by the row of the model that weighs it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Value">How much it counts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Feature(int Row, float Value);

/// <summary>
/// What is looked at in a text: its words, what they stand for, pairs up to three words apart, triples, how it begins and ends, and
/// pieces of long words, so that a word nobody could mend still says something.
/// </summary>
internal static class Features
{
    /// <summary>Features share this many rows; two that fall on one are told apart by their company.</summary>
    public const int Rows = 1 << 17;

    private const int Farthest = 3;
    private const int LongestWhole = 4;
    private const int ShortestPieced = 4;
    private const float PieceValue = 0.3f;

    /// <summary>The features of a text.</summary>
    public static List<Feature> Of(IReadOnlyList<Token> tokens)
    {
        var features = new List<Feature>(16 + tokens.Count * 20);
        var scale = 1 / MathF.Sqrt(2 + tokens.Count);
        features.Add(new(RowOf(Hash('*', "")), 0.5f));
        features.Add(new(RowOf(Hash('l', Math.Min(tokens.Count, 6))), 0.5f));
        var (unknown, whole) = (0, Hash('=', ""));
        for (var i = 0; i < tokens.Count; i++)
        {
            var (sounds, _, _) = tokens[i];
            var concept = ConceptOf(tokens[i]);
            unknown += tokens[i].IsForeign ? 1 : 0;
            whole = Hash(whole, concept);
            Add('w', Hash(0, sounds), scale);
            Add('c', Hash(0, concept), scale);
            if (tokens[i].IsForeign)
                Add('s', Hash(0, Concepts.Of(sounds)), scale);
            if (i == 0)
                Add('^', Hash(0, concept), scale);
            if (i == tokens.Count - 1)
                Add('$', Hash(0, concept), scale);
            for (var j = i + 1; j <= Math.Min(i + Farthest, tokens.Count - 1); j++)
            {
                var pair = Hash(Hash(0, concept), ConceptOf(tokens[j]));
                Add(j == i + 1 ? 'b' : 'g', pair, j == i + 1 ? scale : scale * 0.6f);
                if (j == i + 1 && i == 0)
                    Add('>', pair, scale);
                if (j == i + 2)
                    Add('t', Hash(Hash(Hash(0, concept), ConceptOf(tokens[i + 1])), ConceptOf(tokens[j])), scale);
            }

            AddPieces(sounds, scale * PieceValue, features);
        }

        Add('u', (uint)Math.Min(unknown, 4), 0.5f);
        Add('v', (uint)(tokens.Count == 0 ? 0 : 4 * unknown / tokens.Count), 0.5f);
        if (tokens.Count <= LongestWhole)
            Add('=', whole, 1);
        return features;

        void Add(char kind, uint hash, float value) => features.Add(new(RowOf(Hash(hash, [kind])), value));
    }

    // Whatever is not of the field is one and the same beside the words that are: "cancelar" is one wish, "cancelar ?" another.
    private static ReadOnlySpan<char> ConceptOf(Token token) => token.IsForeign ? "?" : Concepts.Of(token.Sounds);

    private static void AddPieces(string sounds, float value, List<Feature> features)
    {
        if (sounds.Length < ShortestPieced)
            return;
        Span<char> edged = stackalloc char[sounds.Length + 2];
        edged.Fill('_');
        sounds.CopyTo(edged[1..]);
        for (var size = 3; size <= 4; size++)
        {
            for (var at = 0; at + size <= edged.Length; at++)
                features.Add(new(RowOf(Hash(Hash('p', ""), edged.Slice(at, size))), value));
        }
    }

    // FNV-1a, and then mixed so that the low bits depend on all.
    private static uint Hash(uint seed, ReadOnlySpan<char> text)
    {
        var hash = (seed + 2166136261) * 16777619;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16777619;
        return hash;
    }

    private static uint Hash(uint seed, int number) => (seed + 2166136261 ^ (uint)number) * 16777619;

    private static int RowOf(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        return (int)(hash & (Rows - 1));
    }
}
