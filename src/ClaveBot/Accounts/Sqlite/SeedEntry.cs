namespace ClaveBot.Accounts.Sqlite;

/// <summary>One person of a seed file, as written there.</summary>
internal sealed record SeedEntry(string? Cedula, string? Name, string? Mail, string? Phone, string? Password)
{
    /// <summary>An entry holds a clave: not for logs.</summary>
    public override string ToString() => "(seed entry)";

    /// <summary>What is wrong with this entry, each with its cure; says nothing of what was written there.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Accounts.Cedula.TryParse(Cedula, out _))
            yield return "\"cedula\" is missing or not valid: write ten digits with a right check digit.";
        if (string.IsNullOrWhiteSpace(Name))
            yield return "\"name\" is missing: write the person's name.";
        if (!string.IsNullOrEmpty(Mail) && !Mail.Contains('@', StringComparison.Ordinal))
            yield return "\"mail\" is not an e-mail address: correct it, or leave it empty.";
        if (string.IsNullOrEmpty(Password))
            yield return "\"password\" is missing: write the clave the person starts with.";
    }
}
