using System.Globalization;
using System.Text;

namespace ClaveBot.Conversation;

/// <summary>A typed text as the bot reads it: lower case, without accents or punctuation, single spaces.</summary>
public sealed class Words
{
    /// <summary>Longer texts are not read to their end: no answer to a step is that long.</summary>
    public const int ReadLength = 400;

    private const int ShortWords = 9;
    private const int HesitatingWords = 5;

    private readonly string _padded;

    public Words(string text)
    {
        Text = Fold(text.Length > ReadLength ? text[..ReadLength] : text);
        _padded = $" {Text} ";
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>The number that the whole text is, as "2", "2." or "opción 2"; 0 when it is none.</summary>
    public int Number =>
        int.TryParse(Text.StartsWith("opcion ", StringComparison.Ordinal) ? Text[7..] : Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    public bool MeansYes => Is("si", "sip", "claro", "claro que si", "ok", "okey", "dale", "bueno", "correcto", "afirmativo", "por supuesto", "asi es", "yes", "s")
        || !IsConditional && (BeginsShortly("si ", "yes ") || EndsShortly(" si") && !Has("no"));

    // "Si no tengo correo, ¿qué hago?", "a veces sí".
    private bool IsConditional => BeginsShortly("si no ", "si olvide", "si supiera", "si tuviera", "si pudiera", "si me llega", "si me pide", "si me olvid") || Has("a ratos", "a veces", "que hago", "que pasa") || Hesitates;

    /// <summary>A yes with a but: "sí, pero ya no tengo ese correo".</summary>
    public bool TakesBackYes => MeansYes && Has("pero", "but", "aunque", "ya no", "no tengo", "no uso", "no puedo", "perdi", "perdio", "don t", "dont");

    /// <summary>Neither yes nor no.</summary>
    public bool Hesitates => Is("no se") || BeginsShortly("no si ") || Text.AsSpan().Count(' ') < HesitatingWords && BeginsShortly("no estoy segur", "no se si", "not sure", "i am not sure", "i m not sure");

    /// <summary>That nothing is to be ended or erased: no plain no to what the step asks.</summary>
    public bool DeniesAnEnd => Text.StartsWith("no ", StringComparison.Ordinal) && Has("cancelar", "cancele", "cancelo", "borrar", "borre", "borren", "reiniciar", "salir", "terminar");

    /// <summary>That they do not know what to do: no plain no either.</summary>
    public bool IsLost => Has("no entiendo", "no comprendo", "no se que hacer", "no se que hago", "no se como", "i do not understand", "i dont understand");

    /// <summary>That somebody helps, or that two share a phone.</summary>
    public bool SpeakOfAHelper => Has(
        "mi abuelita", "mi abuelito", "mi abuela", "mi abuelo", "mi mama", "mi papa", "mi hija", "mi hijo", "mi nieta", "mi nieto", "mi esposa", "mi esposo", "mi vecina", "mi vecino",
        "mismo telefono", "mismo celular", "un solo telefono", "un solo celular", "le ayudo", "me ayuda", "le ayude", "me ayude", "my mother", "my father", "my grandmother", "same phone");

    public bool MeansNo => Is("no", "nop", "n", "nunca", "para nada", "todavia no", "aun no")
        || (BeginsShortly("no ", "ya no ") || EndsShortly(" que no")) && !MeansNotMe && !DeniesAnEnd && !IsLost && !IsConditional;

    /// <summary>That somebody else did it: no answer to a question of ours.</summary>
    public bool MeansNotMe => Is("no fui yo", "yo no fui", "no he sido yo", "no fui yo quien la cambio", "it was not me", "it wasn t me", "that was not me");

    /// <summary>A yes, a no or a "done" with more words after it: they may say something else.</summary>
    public bool OnlyBeginsAsAnswer => Text.AsSpan().Count(' ') > 1 && (MeansYes || MeansNo || MeansDone);

    /// <summary>That they want to go on, and that alone.</summary>
    public bool IsOnward => Is("siguiente", "seguir", "seguir igual", "continuar", "continue", "adelante", "next");

    public bool MeansOn => IsOnward || Is("sigo", "sigamos", "continuo", "avanzar") || MeansDone;

    public bool MeansDone => Is("listo", "lista", "ya", "hecho", "ya esta", "ya lo hice", "ya entre", "ya estoy", "ya funciono", "done")
        || BeginsShortly("ya ") && !MeansNo;

    /// <summary>Whether the whole text is one of these.</summary>
    public bool Is(params ReadOnlySpan<string> texts) => texts.Contains(Text);

    /// <summary>Whether one of these stands in it as whole words.</summary>
    public bool Has(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (_padded.Contains($" {phrase} ", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Lower case, no accents (ñ becomes n), letters and digits only, single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        Span<char> letter = stackalloc char[2];
        // Half a surrogate pair, which cutting leaves too, would make normalising throw; as runes it becomes U+FFFD.
        var decomposed = Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                folded.Append(letter[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letter)]);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    // A longer text says more than its first word.
    private bool BeginsShortly(params ReadOnlySpan<string> beginnings)
    {
        if (!IsShort)
            return false;
        foreach (var beginning in beginnings)
        {
            if (Text.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool EndsShortly(string ending) => IsShort && Text.EndsWith(ending, StringComparison.Ordinal);

    private bool IsShort => Text.AsSpan().Count(' ') < ShortWords;
}
