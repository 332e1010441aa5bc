using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using ClaveBot.Accounts;

namespace ClaveBot.SecretGuard;

/// <summary>The numbers of a text, however they are spaced or spelled.</summary>
internal sealed partial class TypedNumbers
{
    private const int PatienceMilliseconds = 2_000;
    private const int CodeLength = 6;

    private static readonly FrozenSet<string> Spelled = Set("cero uno dos tres cuatro cinco seis siete ocho nueve zero one two three four five six seven eight nine sero");
    private static readonly FrozenSet<string> SpelledPairs = Set(
        "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve "
        + "treinta cuarenta cincuenta sesenta setenta ochenta noventa");
    private static readonly FrozenSet<string> CedulaNames = Set("cedula cedulas zedula sedula cdula ci identificacion identidad documento dni ruc id");
    private static readonly FrozenSet<string> CodeNames = Set("codigo codigos kodigo codijo kodijo codiguito cod code pin otp token verificacion verification codgo codigo");
    private static readonly FrozenSet<string> Arrivals = Set("llego llega llegado mandaron enviaron mando envio salio aparece aparecio recibi recibido got received sent dicto");
    private static readonly FrozenSet<string> Phones = Set("telefono telf tel fono celular cel celu whatsapp wasap wsp numerocelular phone llame llamar llameme llamen llamenme convencional");
    private static readonly FrozenSet<string> Bearers = Set("correo mail email sms mensaje mensajito texto");
    private static readonly FrozenSet<string> OtherCodes = Set("postal barras area promocional descuento producto");
    private static readonly FrozenSet<string> ClaveNames = Set("clave klave clabe contrasena password");

    private readonly TypedText _text;
    private readonly IReadOnlyList<string> _numbers;
    private readonly IReadOnlyList<string> _glued;
    private readonly int _spelled;

    public TypedNumbers(TypedText text)
    {
        _text = text;
        // Figures of other widths are figures too; half a surrogate pair would make normalising throw.
        var raw = Ascii.IsValid(text.Raw) ? text.Raw : string.Concat(text.Raw.EnumerateRunes()).Normalize(NormalizationForm.FormKC);
        _numbers = Figures(Digits(), raw);
        _glued = Figures(Glued(), raw);
        var (run, longest) = (0, 0);
        foreach (var word in text.Words)
        {
            run = DigitsOf(word.Read) is > 0 and var digits ? run + digits : 0;
            longest = Math.Max(longest, run);
        }

        _spelled = longest;
    }

    /// <summary>A valid one, one cut short or mistyped after its name, or ten figures in words.</summary>
    public bool HasCedula =>
        _numbers.Any(IsCedula) || _glued.Any(IsCedula) || (_spelled >= 9 && !_text.Has(Phones))
        || (_text.Has(CedulaNames) && _numbers.Any(number => number.Length is >= 7 and <= 13 && !IsMobile(number)));

    /// <summary>Six figures alone, or some that were called a code or have just arrived.</summary>
    public bool HasCode => IsAlone || IsSpelledAlone || HasNamedCode || ((_text.Has(Arrivals) || (_text.Has(Bearers) && _text.Words.Any(static word => word.Read == "dice"))) && _numbers.Any(static number => number.Length == CodeLength));

    /// <summary>"Clave temporal" is what some call a code.</summary>
    public bool IsTemporaryClave => _text.Has(ClaveNames) && _text.Words.Any(static word => word.Read is "temporal" or "temporaria" or "provisional") && _numbers.Any(static number => number.Length == CodeLength);

    private bool IsSpelledAlone => _spelled == CodeLength && _text.Words.All(static word => DigitsOf(word.Read) > 0);

    private bool IsAlone => _numbers is [{ Length: CodeLength }] && WithoutPrefix.All(static c => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '\n');

    // Some senders write theirs in front: G-482913.
    private string WithoutPrefix => _text.Raw.StartsWith("G-", StringComparison.Ordinal) ? _text.Raw[2..] : _text.Raw;

    private bool HasNamedCode => _text.Has(CodeNames) && !_text.Has(OtherCodes) && !IsErrors && (_numbers.Any(static number => number.Length is >= 4 and <= 8) || _spelled is >= 4 and <= 8);

    // "Código de error 1020".
    private bool IsErrors => _text.Words.Zip(_text.Words.Skip(1), _text.Words.Skip(2)).Any(static three => CodeNames.Contains(three.First.Read) && three.Second.Read == "de" && three.Third.Read == "error");

    // A person's tax number is their cédula and 001. A mobile number is none, though it may pass the check digit.
    private bool IsCedula(string number) =>
        (number.Length == 13 && number.EndsWith("001", StringComparison.Ordinal) && Cedula.TryParse(number[..10], out _))
        || (Cedula.TryParse(number, out _) && !(IsMobile(number) && _text.Has(Phones)));

    private static bool IsMobile(string number) => number.StartsWith("09", StringComparison.Ordinal) && number.Length == 10;

    /// <summary>How many figures a word spells: one of cero, two of diecisiete, none of any other.</summary>
    public static int DigitsOf(string word) => Spelled.Contains(word) ? 1 : SpelledPairs.Contains(word) ? 2 : 0;

    private static List<string> Figures(Regex shape, string text) => [.. shape.Matches(text).Select(static match => string.Concat(match.Value.Where(char.IsAsciiDigit)))];

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    // As a cédula may stand: stuck to letters, or broken over lines. Only the check digit tells it from another number, so nothing else is read so.
    [GeneratedRegex(@"(?<![\d$+])[0-9](?:(?:\s{1,2}|[.-])?[0-9]){9,12}(?!\d)", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Glued();

    // Groups of figures that belong together; a date's slashes and an amount's comma do not join.
    [GeneratedRegex(@"(?<![\w$+])\d(?:[ .-]?\d){3,15}(?!\w)|\+\d[\d ()-]{6,18}", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Digits();
}
