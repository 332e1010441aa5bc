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
    /// Busy, locked, read-only, interrupted, disk trouble, corrupt, full, cannot open, no database (primary result codes,
    /// sqlite.org/rescode.html). Any other code is a mistake in this program.
    /// </summary>
    public static bool IsAway(this SqliteException exception) =>
        exception.SqliteErrorCode is 5 or 6 or 8 or 9 or 10 or 11 or 13 or 14 or 15 or 26;
}
