namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    private static IEnumerable<SettingError> Sqlite(SqliteSettings sqlite) =>
    [
        .. string.IsNullOrWhiteSpace(sqlite.Path)
            ? [new SettingError("Directory:Sqlite:Path", "is missing", "Name the database file, such as /var/lib/clavebot/people.db; it is made when missing.")]
            : Array.Empty<SettingError>(),
        .. Policy(sqlite.Policy),
        .. Hash(sqlite.Hash),
    ];

    private static IEnumerable<SettingError> Policy(SqlitePolicySettings policy)
    {
        if (policy.MinLength is < SqlitePolicySettings.LeastLength or > 64)
            yield return new("Directory:Sqlite:Policy:MinLength", $"is {policy.MinLength}", "Choose 15 to 64.");
        if (policy.MaxLength is < 64 or > 128)
            yield return new("Directory:Sqlite:Policy:MaxLength", $"is {policy.MaxLength}", "Choose 64 to 128.");
        if (policy.History is < 0 or > 24)
            yield return new("Directory:Sqlite:Policy:History", $"is {policy.History}", "Choose 0 to 24; each costs one hash a change.");
        if (policy.MinAge < TimeSpan.Zero || policy.MinAge > TimeSpan.FromDays(30))
            yield return new("Directory:Sqlite:Policy:MinAge", $"is {policy.MinAge:c}", "Choose 0 to 30 days, as d.hh:mm:ss.");
        if (policy.MaxAge != TimeSpan.Zero && (policy.MaxAge < TimeSpan.FromDays(1) || policy.MaxAge > TimeSpan.FromDays(3650) || policy.MaxAge <= policy.MinAge))
            yield return new("Directory:Sqlite:Policy:MaxAge", $"is {policy.MaxAge:c}", "Choose 0 for never, or 1 to 3650 days and more than MinAge, as d.hh:mm:ss.");
        if (policy.MaxFailures != 0 && policy.MaxFailures is < 4 or > 100)
            yield return new("Directory:Sqlite:Policy:MaxFailures", $"is {policy.MaxFailures}", "Choose 0 for never, or 4 to 100: with fewer nothing is left for the owner.");
        if (policy.FailureWindow != TimeSpan.Zero && (policy.FailureWindow < TimeSpan.FromMinutes(1) || policy.FailureWindow > TimeSpan.FromDays(1)))
            yield return new("Directory:Sqlite:Policy:FailureWindow", $"is {policy.FailureWindow:c}", "Choose 0 for until the next right clave, or 1 minute to 1 day, as hh:mm:ss.");
    }

    private static IEnumerable<SettingError> Hash(HashSettings hash)
    {
        if (hash.MemoryKiB is < 19_456 or > 1_048_576)
            yield return new("Directory:Sqlite:Hash:MemoryKiB", $"is {hash.MemoryKiB}", "Choose 19456 (19 MiB, OWASP's least) to 1048576; a hash a core is computed at once.");
        if (hash.Passes is < 2 or > 16)
            yield return new("Directory:Sqlite:Hash:Passes", $"is {hash.Passes}", "Choose 2 to 16.");
    }
}
