namespace ClaveBot.SecretGuard;

/// <summary>A text word by word: as it was typed, and as it is read.</summary>
internal sealed class TypedText
{
    private static readonly char[] Around = ['"', '\'', '«', '»', '“', '”', '(', ')', '[', ']', '¿', '¡', ',', ';', '…'];

    public TypedText(string text)
    {
        Raw = text;
        // A colon or an equals sign says that what follows is it.
        var apart = text.Replace(":", " : ", StringComparison.Ordinal).Replace("=", " = ", StringComparison.Ordinal);
        Words = [.. apart.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(static word => new TypedWord(word.Trim(Around))).Where(static word => word.Raw.Length > 0)];
    }

    public string Raw { get; }

    public IReadOnlyList<TypedWord> Words { get; }

    /// <summary>Whether one of these words, folded, is in it.</summary>
    public bool Has(IReadOnlySet<string> words) => Words.Any(word => words.Contains(word.Read));
}

/// <summary>One word.</summary>
/// <param name="Raw">As typed.</param>
internal readonly record struct TypedWord(string Raw)
{
    private readonly string? _read = Raw is ":" or "=" ? Raw : Conversation.Words.Fold(Raw).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Lower case, no accents, letters and digits only.</summary>
    public string Read => _read ?? "";

    /// <summary>It may be a clave.</summary>
    public override string ToString() => "(word)";
}
