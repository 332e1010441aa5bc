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
    private readonly WordUses[] _uses;
    // By how long they are: as they sound, and as they are written; two letters that changed places can sound like anything.
    private readonly List<Form>[] _heard = Shelves();
    private readonly List<Form>[] _written = Shelves();

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
            if (_ranks.TryAdd(heard, sounds.Count))
            {
                _heard[heard.Length].Add(new(heard, LettersOf(heard), sounds.Count));
                sounds.Add(heard);
                uses.Add(WordUses.None);
            }

            var rank = _ranks[heard];
            uses[rank] |= word.Uses;
            if (word.Text.Length <= SpanishSounds.Longest && word.Text != heard)
                _written[word.Text.Length].Add(new(word.Text, LettersOf(word.Text), rank));
        }

        _sounds = [.. sounds];
        _uses = [.. uses];
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
        Search(_heard, typed, most, ref best, ref nearest);
        if (word.Length <= SpanishSounds.Longest)
            Search(_written, word, most, ref best, ref nearest);
        return best < 0 ? null : new(_sounds[best], TokenSource.Mended, _uses[best]);
    }

    private void Search(List<Form>[] shelves, ReadOnlySpan<char> typed, int most, ref int best, ref int nearest)
    {
        var reach = (most + TypingDistance.Mistake - 1) / TypingDistance.Mistake;
        var letters = LettersOf(typed);
        for (var length = Math.Max(ShortestMended - 1, typed.Length - reach); length <= Math.Min(SpanishSounds.Longest, typed.Length + reach); length++)
        {
            foreach (var (text, formed, rank) in shelves[length])
            {
                // A mistake brings at most one new letter and takes one away.
                if (BitOperations.PopCount(letters ^ formed) > 2 * reach)
                    continue;
                var distance = TypingDistance.Between(typed, text, Math.Min(most, nearest)) + (_uses[rank].HasFlag(WordUses.Field) ? 0 : ForeignFarther);
                if (distance < nearest || (distance == nearest && distance <= most && rank < best))
                    (best, nearest) = (rank, distance);
            }
        }
    }

    private static List<Form>[] Shelves() => [.. Enumerable.Range(0, SpanishSounds.Longest + 1).Select(static _ => new List<Form>())];

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter & 31);
        return letters;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Form(string Text, uint Letters, int Rank);
}
