using System.Text;

namespace ClaveBot.Accounts;

/// <summary>Whether a clave is among the first that anybody would try.</summary>
internal static class CommonPasswords
{
    /// <summary>Fewer code points than this beside known words are no secret.</summary>
    public const int LeastToGuess = 6;

    /// <summary>zxcvbn's work grows with the square of the length, and a hundred characters tell enough.</summary>
    private const int LongestScored = 100;

    /// <summary>zxcvbn's scores 0 and 1: cracked within 10^4 seconds at 10^4 guesses a second.</summary>
    private const int LeastScore = 2;

    /// <summary>Shared, because reading its dictionaries takes longer than any judgement.</summary>
    private static readonly Zxcvbn.Zxcvbn Judge = new();

    /// <summary>The words of common-passwords.txt, folded, longest first.</summary>
    public static IReadOnlyList<string> Words { get; } = Load();

    /// <summary>True for known words, repetitions and sequences, and for what zxcvbn finds easy.</summary>
    public static bool Holds(string clave, Person person, PasswordLimits limits) =>
        IsRepeated(clave, limits) || GuessableText.Readings(clave).Any(IsKnown) || IsEasy(clave, person);

    private static bool IsRepeated(string clave, PasswordLimits limits) =>
        GuessableText.RepeatedPiece(GuessableText.Fold(clave)) is { } piece && piece.EnumerateRunes().Count() < limits.MinLength;

    private static bool IsKnown(string reading) => reading.Without(Words).LeftToGuess() < LeastToGuess;

    private static bool IsEasy(string clave, Person person)
    {
        var scored = clave.Length > LongestScored ? clave[..LongestScored] : clave;
        string[] known = [.. PersonalData.Of(person).Words, person.Cedula.Digits, "iess", "clave", "clavebot"];
        return Judge.EvaluatePassword(scored, known).Score < LeastScore;
    }

    private static List<string> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("common-passwords.txt is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd()
            .Split('\n')
            .Where(static line => !line.StartsWith('#'))
            .SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(GuessableText.Fold)
            .Where(static word => word.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static word => word.Length)];
    }
}
