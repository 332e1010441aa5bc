using System.Numerics;
using System.Runtime.InteropServices;

namespace ClaveBot.Conversation.Understanding;

/// <summary>A word and what it is used for.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Uses">What it is used for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LexiconWord(string Text, WordUses Uses);

/// <summary>The words of the field and then some of all others, most used first, found by how they sound or by what was probably meant.</summary>
internal sealed class Lexicon
{
    // In letters of how it sounds; shorter words are too like each other to mend.
    private const int ShortestMended = 4;
    private const int ShortestMendedTwice = 5;
    private const int ShortestMendedFully = 8;

    // Two letters beside the right ones, in hundredths of a mistake.
    private const int TwoSlips = 140;

    // Who writes here probably means a word of the field.
    private const int ForeignFarther = 40;

    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly string[] _sounds;
    private readonly uint[] _letters;
    private readonly WordUses[] _uses;
    private readonly List<int>[] _byLength = [.. Enumerable.Range(0, SpanishSounds.Longest + 1).Select(static _ => new List<int>())];

    /// <param name="words">Folded, most used first.</param>
    public Lexicon(IEnumerable<LexiconWord> words)
    {
        var sounds = new List<string>();
        var uses = new List<WordUses>();
        foreach (var word in words)
        {
            var heard = SpanishSounds.Of(word.Text);
            if (heard.Length == 0)
                continue;
            if (!_ranks.TryAdd(heard, sounds.Count))
            {
                uses[_ranks[heard]] |= word.Uses;
                continue;
            }

            _byLength[heard.Length].Add(sounds.Count);
            sounds.Add(heard);
            uses.Add(word.Uses);
        }

        _sounds = [.. sounds];
        _uses = [.. uses];
        _letters = [.. sounds.Select(static heard => LettersOf(heard))];
        _bySpan = _ranks.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A word if it is known, however it is spelled; null when it is not.</summary>
    public Token? Known(ReadOnlySpan<char> word)
    {
        Span<char> sounds = stackalloc char[SpanishSounds.Longest];
        return _bySpan.TryGetValue(sounds[..SpanishSounds.Write(word, sounds)], out var rank) ? new(_sounds[rank], TokenSource.Known, _uses[rank]) : null;
    }

    /// <summary>The known word that was probably meant; the most used of several at the same distance; null when none is near.</summary>
    public Token? Mended(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[SpanishSounds.Longest];
        var typed = buffer[..SpanishSounds.Write(word, buffer)];
        if (typed.Length < ShortestMended)
            return null;
        var most = typed.Length < ShortestMendedTwice ? TypingDistance.Mistake : typed.Length < ShortestMendedFully ? TwoSlips : 2 * TypingDistance.Mistake;
        var (best, nearest) = (-1, most + 1);
        var reach = (most + TypingDistance.Mistake - 1) / TypingDistance.Mistake;
        var letters = LettersOf(typed);
        for (var length = Math.Max(ShortestMended - 1, typed.Length - reach); length <= Math.Min(SpanishSounds.Longest, typed.Length + reach); length++)
        {
            foreach (var rank in _byLength[length])
            {
                // A mistake brings at most one new letter and takes one away.
                if (BitOperations.PopCount(letters ^ _letters[rank]) > 2 * reach)
                    continue;
                var distance = TypingDistance.Between(typed, _sounds[rank], Math.Min(most, nearest)) + (_uses[rank].HasFlag(WordUses.Field) ? 0 : ForeignFarther);
                if (distance < nearest || distance == nearest && distance <= most && rank < best)
                    (best, nearest) = (rank, distance);
            }
        }

        return best < 0 ? null : new(_sounds[best], TokenSource.Mended, _uses[best]);
    }

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter & 31);
        return letters;
    }
}
