using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ClaveBot.SecretGuard;

/// <summary>What looks like a clave, whatever is said around it.</summary>
internal static partial class PasswordShapes
{
    private const int PatienceMilliseconds = 2_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("!@#$%&*+^~¡");

    // Names of things that end in figures.
    private static readonly FrozenSet<string> Things = "covid iphone samsung galaxy redmi xiaomi motorola moto huawei nokia windows android office note redminote honor oppo vivo infinix tecno whatsapp iess sars mazda kia chevrolet"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word that nobody would write if it were no clave: letters with figures or signs in it.</summary>
    public static bool LooksLikeOne(string word)
    {
        var bare = word.TrimEnd('.', '?');
        if (bare.Length < 6 || IsSomethingElse(bare))
            return false;
        var letters = bare.Count(char.IsLetter);
        var digits = bare.Count(char.IsAsciiDigit);
        var signs = bare.Count(static c => "!@#$%&*_+^~.¡".Contains(c, StringComparison.Ordinal));
        if (letters > 0 && digits > 0 && signs > 0 && letters + digits + signs == bare.Length)
            return true;
        if (Hyphened().IsMatch(bare) && digits > 0 && bare.Any(char.IsUpper) && bare.Any(char.IsLower) && Turns(bare) >= 2)
            return true;
        if (SignBetweenLetters().IsMatch(bare) || (digits >= 6 && letters is 1 or 2 && char.IsAsciiDigit(bare[0])))
            return letters + digits >= 6;
        if (letters + digits == bare.Length && (Turns(bare) >= 3 || NameFiguresName().IsMatch(bare)))
            return true;
        if (NameAndFigures().Match(bare) is { Success: true } match)
            return !Things.Contains(match.Groups["name"].Value.ToLowerInvariant());
        return digits > 0 && bare.Any(char.IsUpper) && bare.SkipWhile(char.IsUpper).Any(char.IsUpper) && bare.Any(char.IsLower) && letters + digits == bare.Length;
    }

    /// <summary>A name with a figure or some behind it.</summary>
    public static bool IsNameAndFigure(string bare) => NameAndFigure().Match(bare) is { Success: true } match && !Things.Contains(match.Groups["name"].Value.ToLowerInvariant());

    /// <summary>It has a sign in it that names have not.</summary>
    public static bool HasSign(string word) => word.AsSpan().ContainsAny(Signs);

    /// <summary>Mail, link, date, time, amount, plate, document number, ordinal.</summary>
    public static bool IsSomethingElse(string bare) => SomethingElse().IsMatch(bare);

    // How often letters change to figures or back: m4r1p0s4.
    private static int Turns(string word) => word.Zip(word.Skip(1)).Count(static pair => char.IsAsciiDigit(pair.First) != char.IsAsciiDigit(pair.Second));

    [GeneratedRegex(@"^(?:\S+@\S+\.\S+|(?:https?|www\.|//)\S*|\S+\.(?:com|ec|org|net|info|app|site|online|top|xyz|link|page|web|docm?|pdf|apk|xlsm?)(?:/\S*)?|[\d.,/:$%h-]+|\$?\d+[.,]?\d*(?:usd|dolares|anos|dias|mg|kg|km|am|pm|ml)?|[A-Z]{1,6}-\d[\d-]*|(?:[A-Z]{1,6}-){2,}\d+|[A-Z]\d{1,4}|\w+/\w+|\d+(?:ro|do|to|vo|mo|no|er|ra|da|ta)|[A-Z]-\d+)$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex SomethingElse();

    [GeneratedRegex(@"\p{L}[@#$%&*^~+]+\p{L}", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex SignBetweenLetters();

    [GeneratedRegex(@"^(?<name>\p{L}{4,})(?:\d{2,8}|(?<=\p{L}{12})\d)$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex NameAndFigures();

    [GeneratedRegex(@"^\p{L}{3,}\d{2,}\p{L}+$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex NameFiguresName();

    [GeneratedRegex(@"^(?<name>\p{L}{4,})\d{1,8}$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex NameAndFigure();

    [GeneratedRegex(@"^[\p{L}\d]{3,}-[\p{L}\d]{3,}$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Hyphened();
}
