using ClaveBot.Settings;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>One person of a seed file, as written there.</summary>
internal sealed record SeedEntry(string? Cedula, string? Name, string? Mail, string? Phone, string? Password)
{
    /// <summary>An entry holds a clave: not for logs.</summary>
    public override string ToString() => "(seed entry)";

    /// <summary>What is wrong with this entry, the <paramref name="number"/>th of its file; says nothing of what was written there.</summary>
    public IEnumerable<SettingError> Faults(int number)
    {
        if (!Accounts.Cedula.TryParse(Cedula, out _))
            yield return SeedFile.Error($"entry {number}: \"cedula\" is missing or not valid", "Write ten digits with a right check digit.");
        if (string.IsNullOrWhiteSpace(Name))
            yield return SeedFile.Error($"entry {number}: \"name\" is missing", "Write the person's name.");
        if (!string.IsNullOrEmpty(Mail) && !Mail.Contains('@', StringComparison.Ordinal))
            yield return SeedFile.Error($"entry {number}: \"mail\" is no e-mail address", "Correct it, or leave it empty.");
        if (string.IsNullOrEmpty(Password))
            yield return SeedFile.Error($"entry {number}: \"password\" is missing", "Write the clave the person starts with.");
    }
}
