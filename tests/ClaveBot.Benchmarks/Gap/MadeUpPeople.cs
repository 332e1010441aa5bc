using System.Globalization;
using System.Text.Json;
using ClaveBot.Accounts;

namespace ClaveBot.Benchmarks.Gap;

/// <summary>People that nobody is, and cédulas that nobody of them has; each is tried once, so that no limit fills up.</summary>
internal static class MadeUpPeople
{
    private const int Unknown = 900_000;

    /// <summary>A cédula of nobody in the directory.</summary>
    public static Cedula Stranger(int number) => Numbered(Unknown + number);

    /// <summary>The cédula of somebody in the directory.</summary>
    public static Cedula Known(int number) => Numbered(number);

    /// <summary>A seed file; of every three people the second has no mail.</summary>
    public static void Write(string file, int people) => File.WriteAllText(file, JsonSerializer.Serialize(Enumerable.Range(0, people).Select(number => new
    {
        cedula = Known(number).Digits,
        name = "Persona Inventada",
        mail = number % 3 == 1 ? "" : FormattableString.Invariant($"p{number}@example.test"),
        password = "una clave que nadie adivina",
    })));

    // Province 30, third digit 0 and six digits; of ten check digits one is right.
    private static Cedula Numbered(int number) => Enumerable.Range(0, 10)
        .Select(check => Cedula.TryParse(string.Create(CultureInfo.InvariantCulture, $"300{number:000000}{check}"), out var cedula) ? cedula : null)
        .First(cedula => cedula is not null)!;
}
