using ClaveBot.Accounts.Breached;

namespace ClaveBot.Accounts;

/// <summary>Whether a clave is among the first that anybody would try.</summary>
internal static class CommonPasswords
{
    /// <summary>Fewer code points than this beside known words are no secret.</summary>
    public const int LeastToGuess = 6;

    /// <summary>Shorter entries of the list, "abc" or "1q2", begin or end too many good claves.</summary>
    private const int ShortestKnown = 5;

    /// <summary>zxcvbn's work grows with the cube of the length: of a longer clave both ends must be easy for it to be easy.</summary>
    private const int LongestScored = 20;

    /// <summary>zxcvbn's scores 0 and 1: cracked within 10^4 seconds at 10^4 guesses a second.</summary>
    private const int LeastScore = 2;

    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>Shared, because reading its dictionaries takes longer than any judgement.</summary>
    private static readonly Zxcvbn.Zxcvbn Judge = new();

    /// <summary>The words of common-passwords.txt, folded, longest first.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        .. WordList.Read("common-passwords.txt").Select(GuessableText.Fold)
            .Where(static word => word.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static word => word.Length),
    ];

    /// <summary>True for known words, repetitions and sequences, two common claves in a row, and for what zxcvbn finds easy.</summary>
    public static bool Holds(string clave, Person person, PasswordLimits limits) =>
        IsRepeated(clave, limits) || GuessableText.Readings(clave).Any(static reading => IsKnown(reading) || IsTwoKnown(reading)) || IsEasy(clave, person);

    /// <summary>Whether a reading has some of <paramref name="words"/> in it, and little beside them and the common ones.</summary>
    public static bool IsLittleBeside(string reading, IEnumerable<string> words)
    {
        var left = reading.Without(words);
        return !string.Equals(left, reading, StringComparison.Ordinal) && left.Without(Words).LeftToGuess() < LeastToGuess;
    }

    private static bool IsRepeated(string clave, PasswordLimits limits) =>
        GuessableText.RepeatedPiece(GuessableText.Fold(clave)) is { } piece && piece.EnumerateRunes().Count() < limits.MinLength;

    private static bool IsKnown(string reading) => reading.Without(Words).LeftToGuess() < LeastToGuess;

    /// <summary>Butterfly-michelle, hunter-1985: two of the shipped list stuck together, or one and something soon guessed.</summary>
    private static bool IsTwoKnown(string reading)
    {
        var core = reading.Trim(Digits);
        return IsInTwo(reading) || (core.Length > 0 && reading.Without([core]).LeftToGuess() < LeastToGuess && IsInTwo(core));
    }

    private static bool IsInTwo(string reading)
    {
        for (var cut = 0; cut <= reading.Length - ShortestKnown; cut++)
        {
            var (left, right) = (reading[..cut], reading[cut..]);
            if (BreachedPasswords.IsCommon(right) && IsGuessed(left))
                return true;
            if (cut >= ShortestKnown && BreachedPasswords.IsCommon(left) && IsGuessed(right))
                return true;
        }

        return false;
    }

    private static bool IsGuessed(string piece) =>
        piece.LeftToGuess() < LeastToGuess || (piece.Length >= ShortestKnown && BreachedPasswords.IsCommon(piece));

    private static bool IsEasy(string clave, Person person)
    {
        string[] known = [.. PersonalData.Of(person).Words, person.Cedula.Digits, "iess", "clave", "clavebot"];
        return Ends(clave).All(end => Judge.EvaluatePassword(end, known).Score < LeastScore);
    }

    private static string[] Ends(string clave) => clave.Length <= LongestScored ? [clave] : [clave[..LongestScored], clave[^LongestScored..]];
}
