namespace ClaveBot.Tests.Conversation.Understanding;

/// <summary>Mistakes of one letter, the same every time.</summary>
internal sealed class TypingMistakes(ulong seed)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private ulong _state = seed;

    /// <summary>One letter of each word of four letters or more another, missing, doubled by another, or swapped with the next.</summary>
    public string In(string text) => string.Join(' ', text.Split(' ').Select(word => word.Length < 4 ? word : InWord(word)));

    /// <summary>Up to 60 characters of any kind, halves of surrogate pairs too.</summary>
    public string AnyText() => string.Create(Below(60), this, static (span, self) =>
    {
        foreach (ref var character in span)
            character = self.Below(3) switch { 0 => Letters[self.Below(Letters.Length)], 1 => ' ', _ => (char)self.Below(char.MaxValue) };
    });

    private string InWord(string word)
    {
        var at = Below(word.Length - 1);
        var letter = Letters[Below(Letters.Length)];
        return Below(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => $"{word[..at]}{letter}{word[(at + 1)..]}",
        };
    }

    // A linear congruence is random enough for typing.
    private int Below(int count)
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (int)((_state >> 33) % (ulong)count);
    }
}
