using ClaveBot.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>What is written of an account. Each is one transaction, on disk when it returns.</summary>
internal sealed class AccountWrites(DirectoryFile file, SqlitePolicySettings policy, TimeProvider clock, ILogger log)
{
    /// <summary>Replaces the clave that <paramref name="row"/> was read with; the old one goes into the history.</summary>
    public WriteResult Replace(AccountRow row, string hash)
    {
        var committing = false;
        try
        {
            using var connection = file.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            if (!TryReplace(connection, row, hash))
                return WriteResult.Outdated;
            committing = true;
            transaction.Commit();
            return WriteResult.Written;
        }
        catch (Exception exception) when (committing || SqliteCommands.IsAway(exception))
        {
            SqliteLog.NotWritten(log, SqliteCommands.Describe(exception), committing);
            return committing ? WriteResult.Unknown : WriteResult.NotWritten;
        }
    }

    /// <summary>The earlier claves' hashes that a new clave must not match, the latest first.</summary>
    public IReadOnlyList<string> History(AccountRow row)
    {
        using var connection = file.Open();
        using var command = connection.Prepare(
            "SELECT password FROM history WHERE cedula = $cedula ORDER BY id DESC LIMIT $most",
            ("$cedula", row.Person.Cedula.Digits), ("$most", policy.History));
        using var reader = command.ExecuteReader();
        var hashes = new List<string>();
        while (reader.Read())
            hashes.Add(reader.GetString(0));
        return hashes;
    }

    /// <summary>The same clave at a higher cost: its version stays. Lost to another writer, it is done at the next proof.</summary>
    public void Rehash(AccountRow row, string hash)
    {
        using var connection = file.Open();
        connection.Execute(
            "UPDATE person SET password = $new WHERE cedula = $cedula AND password = $old",
            ("$new", hash), ("$cedula", row.Person.Cedula.Digits), ("$old", row.Password));
    }

    /// <summary>Sets or lifts the lock; with it the failures are forgotten. False: no such account.</summary>
    public bool Freeze(Cedula cedula, bool frozen)
    {
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var known = connection.Execute(
            "UPDATE person SET frozen = $frozen WHERE cedula = $cedula", ("$frozen", frozen ? 1 : 0), ("$cedula", cedula.Digits)) > 0;
        if (!frozen)
            connection.Execute("DELETE FROM failure WHERE cedula = $cedula", ("$cedula", cedula.Digits));
        transaction.Commit();
        return known;
    }

    private bool TryReplace(SqliteConnection connection, AccountRow row, string hash)
    {
        var cedula = ("$cedula", (object)row.Person.Cedula.Digits);
        if (connection.Execute(
            "UPDATE person SET password = $hash, version = version + 1, changed_at = $now, must_change = 0 "
            + "WHERE cedula = $cedula AND version = $version AND frozen = 0",
            ("$hash", hash), ("$now", AccountRow.Text(clock.GetUtcNow())), cedula, ("$version", row.Version)) == 0)
            return false;
        connection.Execute("INSERT INTO history (cedula, password) VALUES ($cedula, $old)", cedula, ("$old", row.Password));
        connection.Execute(
            "DELETE FROM history WHERE cedula = $cedula AND id NOT IN (SELECT id FROM history WHERE cedula = $cedula ORDER BY id DESC LIMIT $most)",
            cedula, ("$most", policy.History));
        connection.Execute("DELETE FROM failure WHERE cedula = $cedula", cedula);
        return true;
    }
}

/// <summary>What became of a write.</summary>
internal enum WriteResult
{
    Written,
    Outdated,
    NotWritten,
    Unknown,
}
