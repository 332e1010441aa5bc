namespace ClaveBot.Accounts;

/// <summary>What others know of a person, and whether a clave is made of it.</summary>
internal sealed class PersonalData
{
    private const int ShortestWord = 3;

    private readonly string cedula;

    private PersonalData(string cedula, IReadOnlyList<string> words)
    {
        this.cedula = cedula;
        Words = words;
    }

    /// <summary>Words of the name and of the e-mail addresses' local parts, folded, longest first.</summary>
    public IReadOnlyList<string> Words { get; }

    public static PersonalData Of(Person person)
    {
        var locals = person.Mails.Select(static mail => mail.Split('@')[0]);
        var words = locals.Append(person.Name)
            .SelectMany(static text => Pieces(text).Append(text))
            .Select(GuessableText.Fold)
            .Where(static word => word.Length >= ShortestWord)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static word => word.Length);
        return new PersonalData(person.Cedula.Digits, [.. words]);
    }

    /// <summary>Whether a clave holds the cédula, or is little more than these words. A long phrase may well hold a name.</summary>
    public bool MakesUp(string clave) =>
        string.Concat(clave.Where(char.IsAsciiDigit)).Contains(cedula, StringComparison.Ordinal)
        || GuessableText.Readings(clave).Any(reading => CommonPasswords.IsLittleBeside(reading, Words));

    private static string[] Pieces(string text) =>
        string.Concat(text.Select(static c => char.IsLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
