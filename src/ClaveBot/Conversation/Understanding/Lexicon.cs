using System.Numerics;

namespace ClaveBot.Conversation.Understanding;

/// <summary>The words of the field, most used first, found by how they sound or by what was probably meant.</summary>
internal sealed class Lexicon
{
    // In letters of how it sounds; shorter words are too like each other to mend.
    private const int ShortestMended = 4;
    private const int ShortestMendedTwice = 8;

    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly string[] _sounds;
    private readonly uint[] _letters;
    private readonly List<int>[] _byLength = [.. Enumerable.Range(0, SpanishSounds.Longest + 1).Select(static _ => new List<int>())];

    /// <param name="words">Folded, most used first.</param>
    public Lexicon(IEnumerable<string> words)
    {
        var sounds = new List<string>();
        foreach (var word in words)
        {
            var heard = SpanishSounds.Of(word);
            if (heard.Length == 0 || !_ranks.TryAdd(heard, sounds.Count))
                continue;
            _byLength[heard.Length].Add(sounds.Count);
            sounds.Add(heard);
        }

        _sounds = [.. sounds];
        _letters = [.. sounds.Select(static heard => LettersOf(heard))];
        _bySpan = _ranks.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The sounds of a word if it is known, however it is spelled; null when it is not.</summary>
    public string? Known(ReadOnlySpan<char> word)
    {
        Span<char> sounds = stackalloc char[SpanishSounds.Longest];
        return _bySpan.TryGetValue(sounds[..SpanishSounds.Write(word, sounds)], out var rank) ? _sounds[rank] : null;
    }

    /// <summary>The sounds of the known word that was probably meant; the most used of several at the same distance; null when none is near.</summary>
    public string? Mended(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[SpanishSounds.Longest];
        var typed = buffer[..SpanishSounds.Write(word, buffer)];
        if (typed.Length < ShortestMended)
            return null;
        var most = typed.Length < ShortestMendedTwice ? TypingDistance.Mistake : 2 * TypingDistance.Mistake;
        var (best, nearest) = (-1, most + 1);
        var reach = most / TypingDistance.Mistake;
        var letters = LettersOf(typed);
        for (var length = Math.Max(ShortestMended - 1, typed.Length - reach); length <= Math.Min(SpanishSounds.Longest, typed.Length + reach); length++)
        {
            foreach (var rank in _byLength[length])
            {
                // A mistake brings at most one new letter and takes one away.
                if (BitOperations.PopCount(letters ^ _letters[rank]) > 2 * reach)
                    continue;
                var distance = TypingDistance.Between(typed, _sounds[rank], Math.Min(most, nearest));
                if (distance < nearest || distance == nearest && distance <= most && rank < best)
                    (best, nearest) = (rank, distance);
            }
        }

        return best < 0 ? null : _sounds[best];
    }

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter & 31);
        return letters;
    }
}
