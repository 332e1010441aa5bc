namespace ClaveBot.Conversation.Understanding;

/// <summary>From a text to its words: shorthand written out, words that were typed together taken apart, those taken apart put together, typing mistakes mended.</summary>
internal sealed class Tokenizer(Lexicon lexicon)
{
    /// <summary>What comes after so many words is not read.</summary>
    public const int MostTokens = 64;

    // Mending looks through the whole lexicon; a text with more unknown words is no wish in a hurry.
    private const int MostMended = 12;

    /// <summary>The words of a text, in order.</summary>
    public List<Token> Read(string text)
    {
        var folded = new Words(text).Text;
        if (folded.Length == 0)
            folded = Shorthand.OfSigns(text);
        var tokens = new List<Token>(16);
        var mended = 0;
        ReadOnlySpan<char> previous = default;
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = folded.AsSpan(range);
            if (word.IsEmpty)
                continue;
            if (tokens.Count >= MostTokens)
                break;
            if (Shorthand.Of(word) is { } written)
                AddAll(written, tokens);
            else if (char.IsDigit(word[0]))
                tokens.Add(new(Token.NumberSounds, TokenSource.Number, WordUses.Field));
            else if (lexicon.Known(word) is { } known)
                tokens.Add(known);
            else if (!Joins(previous, word, tokens) && !RunTogether.Part(word, lexicon, tokens))
                tokens.Add(Mend(word, ref mended));
            previous = word;
        }

        return tokens;
    }

    private void AddAll(string written, List<Token> tokens)
    {
        foreach (var range in written.AsSpan().Split(' '))
        {
            var word = written.AsSpan(range);
            tokens.Add(lexicon.Known(word) ?? new(SpanishSounds.Of(word), TokenSource.Known, WordUses.None));
        }
    }

    // "contra seña": the two halves are one word.
    private bool Joins(ReadOnlySpan<char> previous, ReadOnlySpan<char> word, List<Token> tokens)
    {
        if (previous.Length < 2 || tokens.Count == 0 || previous.Length + word.Length > SpanishSounds.Longest)
            return false;
        Span<char> joined = stackalloc char[previous.Length + word.Length];
        previous.CopyTo(joined);
        word.CopyTo(joined[previous.Length..]);
        if (lexicon.Known(joined) is not { } known)
            return false;
        tokens[^1] = known with { Source = TokenSource.Mended };
        return true;
    }

    private Token Mend(ReadOnlySpan<char> word, ref int mended)
    {
        if (mended++ < MostMended && lexicon.Mended(word) is { } meant)
            return meant;
        return new(SpanishSounds.Of(word), TokenSource.Unknown, WordUses.None);
    }
}
