namespace ClaveBot.SecretGuard;

/// <summary>
/// Whether a text holds what must not be in a chat: then it is deleted or redacted, nothing of it is kept, and the person is told so.
/// Of several, the one that harms most.
/// </summary>
public static class Guard
{
    /// <summary>In characters: longer than a message of either messenger.</summary>
    public const int ReadLength = 4096;

    /// <summary>Looks at one text.</summary>
    public static TypedSecret Look(string text)
    {
        var typed = new TypedText(text.Length > ReadLength ? text[..ReadLength] : text);
        var numbers = new TypedNumbers(typed);
        if (numbers.IsTemporaryClave)
            return TypedSecret.Code;
        if (PasswordSigns.In(typed))
            return TypedSecret.Password;
        return numbers.HasCedula ? TypedSecret.Cedula : numbers.HasCode ? TypedSecret.Code : TypedSecret.Clean;
    }
}
