using System.Globalization;
using System.Text;
using System.Text.Json;
using ClaveBot.Accounts;
using ClaveBot.IntegrationTests.Accounts;
using ClaveBot.Tests.Harness;

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

    /// <summary>The same people in a slapd; all have one clave, hashed once.</summary>
    public static async Task WriteAsync(SlapdServer slapd, int people)
    {
        await slapd.PeopleAsync(PersonOf(0, "una clave que nadie adivina"));
        var stored = (await slapd.ReadAsync(SlapdServer.DnOf(Known(0).Digits), "userPassword"))[0].TrimStart(':', ' ');
        // slapd's module stores the end of a C string, and what is behind it, too.
        var hash = Encoding.UTF8.GetString(Convert.FromBase64String(stored)).Split('\0')[0];
        await slapd.PeopleAsync(Enumerable.Range(0, people).Select(number => PersonOf(number, hash)));
        if (MailLessDns(people) is { Length: > 0 } changes)
            await slapd.ModifyAsync(changes);
    }

    private static string MailLessDns(int people) => string.Concat(Enumerable.Range(0, people).Where(static number => number % 3 == 1)
        .Select(static number => $"dn: {SlapdServer.DnOf(Known(number).Digits)}\nchangetype: modify\ndelete: mail\n\n"));

    private static TestPerson PersonOf(int number, string password) =>
        new(Known(number).Digits, "Persona Inventada", FormattableString.Invariant($"p{number}@example.test"), "", password);

    // Province 30, third digit 0 and six digits; of ten check digits one is right.
    private static Cedula Numbered(int number) => Enumerable.Range(0, 10)
        .Select(check => Cedula.TryParse(string.Create(CultureInfo.InvariantCulture, $"300{number:000000}{check}"), out var cedula) ? cedula : null)
        .First(cedula => cedula is not null)!;
}
