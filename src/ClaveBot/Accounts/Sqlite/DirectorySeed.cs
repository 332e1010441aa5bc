using ClaveBot.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>Makes the database at start, and loads the seed file into it if nobody is in it; all of the file or nothing.</summary>
public sealed class DirectorySeed(DirectoryFile file, PasswordHasher hasher, string seedPath, TimeProvider clock, ILogger<DirectorySeed> log) : IHostedService
{
    /// <summary>Runs before the host takes its first request.</summary>
    /// <exception cref="SettingsException">The database or the seed file cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var connection = Open();
        if (seedPath.Length == 0 || !IsEmpty(connection))
            return;
        var entries = SeedFile.Read(seedPath);
        var hashes = new List<string>(entries.Count);
        foreach (var entry in entries)
        {
            using var clave = new Secret(entry.Password!);
            hashes.Add(await hasher.HashAsync(clave, cancellationToken));
        }

        Load(connection, entries, hashes);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private SqliteConnection Open()
    {
        try
        {
            return file.Open();
        }
        catch (Exception exception) when (SqliteCommands.IsAway(exception))
        {
            throw new SettingsException([new SettingError(
                "Directory:Sqlite:Path",
                $"cannot be opened as a database ({SqliteCommands.Describe(exception)})",
                "Name a file in a folder that this user may write to, such as /var/lib/clavebot/people.db.")]);
        }
    }

    private void Load(SqliteConnection connection, IReadOnlyList<SeedEntry> entries, List<string> hashes)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another host may have been first while this one hashed.
            if (IsEmpty(connection))
            {
                for (var i = 0; i < entries.Count; i++)
                    Insert(connection, entries[i], hashes[i]);
                SqliteLog.Seeded(log, entries.Count);
            }

            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Execute("ROLLBACK");
            throw;
        }
    }

    private void Insert(SqliteConnection connection, SeedEntry entry, string hash)
    {
        if (!Cedula.TryParse(entry.Cedula, out var cedula))
            throw new InvalidOperationException("A seed entry was not checked before it was loaded.");
        connection.Execute(
            "INSERT INTO person (cedula, name, phone, password, version, changed_at) VALUES ($cedula, $name, $phone, $hash, 1, $now)",
            ("$cedula", cedula.Digits), ("$name", entry.Name!), ("$phone", entry.Phone ?? ""), ("$hash", hash),
            ("$now", clock.GetUtcNow().UtcDateTime.ToString("O")));
        if (!string.IsNullOrEmpty(entry.Mail))
            connection.Execute("INSERT INTO person_mail (cedula, mail) VALUES ($cedula, $mail)", ("$cedula", cedula.Digits), ("$mail", entry.Mail));
    }

    private static bool IsEmpty(SqliteConnection connection)
    {
        using var command = connection.Prepare("SELECT EXISTS (SELECT 1 FROM person)");
        return command.ExecuteScalar() is 0L;
    }
}
