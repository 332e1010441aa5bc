using Microsoft.Data.Sqlite;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>Commands with named parameters, and which of SQLite's errors mean "not now".</summary>
internal static class SqliteCommands
{
    public static int Execute(this SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.Prepare(sql, values);
        return command.ExecuteNonQuery();
    }

    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    /// <summary>
    /// Whether the database does not answer. SQLite's result codes (sqlite.org/rescode.html): busy, locked, read-only, interrupted,
    /// disk trouble, corrupt, full, cannot open, protocol, no database. Any other code is a mistake in this program.
    /// </summary>
    public static bool IsAway(Exception exception) =>
        exception is IOException or UnauthorizedAccessException
            or SqliteException { SqliteErrorCode: 5 or 6 or 8 or 9 or 10 or 11 or 13 or 14 or 15 or 26 };

    /// <summary>The error's code, for operators; its text may quote data.</summary>
    public static string Describe(Exception exception) =>
        exception is SqliteException sqlite ? $"SQLite error {sqlite.SqliteExtendedErrorCode}" : exception.GetType().Name;
}
