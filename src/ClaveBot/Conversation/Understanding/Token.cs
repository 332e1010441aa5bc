namespace ClaveBot.Conversation.Understanding;

/// <summary>One word of a text as it is understood.</summary>
/// <param name="Sounds">How it sounds (<see cref="SpanishSounds"/>), mended where that was possible; <see cref="NumberSounds"/> for any number.</param>
/// <param name="Source">How it was come by.</param>
/// <param name="Uses">What such a word is used for.</param>
internal readonly record struct Token(string Sounds, TokenSource Source, WordUses Uses)
{
    /// <summary>All numbers are one word.</summary>
    public const string NumberSounds = "#";

    /// <summary>Not a word of the field.</summary>
    public bool IsForeign => !Uses.HasFlag(WordUses.Field);

    /// <summary>Not what somebody wrote.</summary>
    public override string ToString() => Source.ToString();
}

/// <summary>How a <see cref="Token"/> was come by.</summary>
internal enum TokenSource
{
    /// <summary>A word of the lexicon, or one that sounds the same.</summary>
    Known,

    /// <summary>Similar to a word of the lexicon, or such words run together or apart: read as that word, and never enough to erase or end anything.</summary>
    Mended,

    /// <summary>No word of the lexicon, nor near one.</summary>
    Unknown,

    /// <summary>Digits.</summary>
    Number,
}
