namespace ClaveBot.Conversation.Understanding;

/// <summary>What a word of the lexicon is used for, as far as was learnt.</summary>
[Flags]
internal enum WordUses
{
    /// <summary>The rest of life: known, so that it is not taken for a similar word of the field.</summary>
    None = 0,

    /// <summary>What the bot is about.</summary>
    Field = 1,

    // Said in a wish of that meaning.
    Erase = 2,
    Cancel = 4,
    Restart = 8,
    NotMe = 16,
}
