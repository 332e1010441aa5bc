using System.Globalization;
using ClaveBot.Settings;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>
/// The tables of the embedded directory. Each step takes a file from one version to the next; the file itself says which it has
/// (<c>PRAGMA user_version</c>). A step that was released never changes.
/// </summary>
internal static class Schema
{
    // IF NOT EXISTS: the first files were made before versions were counted, and say 0.
    private const string People = """
        CREATE TABLE IF NOT EXISTS person (
            cedula     TEXT PRIMARY KEY,
            name       TEXT NOT NULL,
            phone      TEXT NOT NULL,
            password   TEXT NOT NULL, -- Argon2id, PHC format
            version    INTEGER NOT NULL, -- counts the changes of the clave
            changed_at TEXT NOT NULL -- UTC, ISO 8601
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS person_mail (
            cedula TEXT NOT NULL REFERENCES person (cedula) ON DELETE CASCADE,
            mail   TEXT NOT NULL,
            PRIMARY KEY (cedula, mail)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string Policy = """
        ALTER TABLE person ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0; -- the clave is provisional
        ALTER TABLE person ADD COLUMN frozen INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE history ( -- earlier claves
            id       INTEGER PRIMARY KEY,
            cedula   TEXT NOT NULL REFERENCES person (cedula) ON DELETE CASCADE,
            password TEXT NOT NULL -- Argon2id, PHC format
        ) STRICT;
        CREATE INDEX history_of ON history (cedula, id);
        CREATE TABLE failure ( -- wrong claves since the last right one
            id     INTEGER PRIMARY KEY AUTOINCREMENT, -- never given again: a try is taken back by it
            cedula TEXT NOT NULL, -- empty: tries that counted for nobody
            at     TEXT NOT NULL -- UTC, ISO 8601
        ) STRICT;
        CREATE INDEX failure_of ON failure (cedula, at);
        """;

    private static readonly string[] Steps = [People, Policy];

    /// <exception cref="SettingsException">A later release wrote the file.</exception>
    public static void BringUpToDate(SqliteConnection connection)
    {
        if (VersionOf(connection) == Steps.Length)
            return;
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been first while this one waited.
            var version = VersionOf(connection);
            if (version > Steps.Length)
                throw new SettingsException([new SettingError("Directory:Sqlite:Path", "is a file that a later release wrote", "Run that release, or name another file.")]);
            foreach (var step in Steps.Skip(version))
                connection.Execute(step);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Steps.Length}"));
            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Execute("ROLLBACK");
            throw;
        }
    }

    private static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.Prepare("PRAGMA user_version");
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
