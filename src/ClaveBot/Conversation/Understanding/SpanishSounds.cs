namespace ClaveBot.Conversation.Understanding;

/// <summary>
/// How a folded word sounds in Ecuador, written so that words that sound alike are written alike: k for c, qu and k; s for s, z, soft c and x;
/// b for b and v; y for ll and y; j for j and soft g; x for ch; n before b and p; no silent h, no doubled letters; w for bue, gue, hue and we.
/// </summary>
internal static class SpanishSounds
{
    /// <summary>Longer words are cut: no word of the field is that long.</summary>
    public const int Longest = 24;

    /// <summary>Writes the sounds of a word (lower case, no accents) and returns how many there are.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> sounds)
    {
        var length = 0;
        for (var at = 0; at < word.Length && length < Longest;)
        {
            var (sound, read) = Next(word[at..], at == 0);
            at += read;
            if (sound != '\0' && (length == 0 || sounds[length - 1] != sound))
                sounds[length++] = sound;
        }

        return length;
    }

    /// <summary>The sounds of a word.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> sounds = stackalloc char[Longest];
        return new(sounds[..Write(word, sounds)]);
    }

    // One sound and how many letters it took; '\0' is silence.
    private static (char Sound, int Read) Next(ReadOnlySpan<char> rest, bool first)
    {
        var next = rest.Length > 1 ? rest[1] : '\0';
        var soft = next is 'e' or 'i';
        switch (rest[0])
        {
            case 'h' or 'b' or 'v' or 'g' when first && rest.Length > 2 && next == 'u' && rest[2] is 'e' or 'a':
                return rest[2] == 'e' || rest[0] is 'h' or 'g' ? ('w', 2) : ('b', 1);
            case 'h':
                return ('\0', 1);
            case 'c' when next == 'h':
                return ('x', 2);
            case 'c':
                return (soft ? 's' : 'k', 1);
            case 'q':
                return ('k', next == 'u' ? 2 : 1);
            case 's' or 'z' or 'x':
                return ('s', 1);
            case 'v':
                return ('b', 1);
            case 'l' when next == 'l':
                return ('y', 2);
            case 'y' when next is not ('a' or 'e' or 'i' or 'o' or 'u'):
                return ('i', 1);
            case 'g' when next == 'u' && rest.Length > 2 && rest[2] is 'e' or 'i':
                return ('g', 2);
            case 'g' when soft:
                return ('j', 1);
            case 'm' when next is 'b' or 'p' or 'v':
                return ('n', 1);
            case 'p' when next == 'h':
                return ('f', 2);
            default:
                return (rest[0], 1);
        }
    }
}
