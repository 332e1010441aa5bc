using ClaveBot.Accounts;

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
    /// <param name="text">As typed.</param>
    /// <param name="claveInMind">The person has just been talking of a clave, and nobody understands the text: a word alone, of letters and figures, is one.</param>
    public static TypedSecret Look(string text, bool claveInMind = false)
    {
        var typed = new TypedText(text.Length > ReadLength ? text[..ReadLength] : text);
        var numbers = new TypedNumbers(typed);
        if (numbers.IsTemporaryClave)
            return TypedSecret.Code;
        if (PasswordSigns.In(typed) || Passphrase.IsWithin(typed.Words.Select(static word => word.Read)))
            return TypedSecret.Password;
        if (numbers.HasCedula)
            return TypedSecret.Cedula;
        if (numbers.HasCode)
            return TypedSecret.Code;
        return claveInMind && PasswordSigns.IsWordAlone(typed) ? TypedSecret.Password : TypedSecret.Clean;
    }
}
