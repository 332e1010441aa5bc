using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary>Settings that the host takes, and that are still worth a look.</summary>
internal static class SettingsExam
{
    public static IReadOnlyList<Finding> Look(ClaveBotSettings settings)
    {
        var findings = new List<Finding> { Finding.Good("settings", $"complete; Mode is {settings.Mode}.") };
        if (new Uri(settings.PublicUrl).IsLoopback)
            findings.Add(Finding.Doubtful("settings", "PublicUrl is this machine: nobody else can open a one-time link. Write the address under which people reach the host."));
        if (settings.Owner.Length == 0)
            findings.Add(Finding.Doubtful("settings", "Owner is empty: the bot's first sentence does not say whose it is."));
        if (settings is { Mode: BotMode.Operator, Directory: { Kind: DirectoryKind.Sqlite, Sqlite.Seed.Length: > 0 } })
            findings.Add(Finding.Doubtful("settings", "Directory:Sqlite:Seed loads made-up people into an empty directory. Empty it where people are real."));
        if (settings is { Mode: BotMode.Operator, Mail.Folder.Length: > 0 })
            findings.Add(Finding.Doubtful("settings", "Mail:Folder is set: mails are written there, and reach nobody."));
        return findings;
    }
}
