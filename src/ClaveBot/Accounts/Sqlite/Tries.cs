using ClaveBot.Settings;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>
/// The directory's count of failures. A try is counted as a failure before it is made and taken back when the clave was right: so of a
/// hundred at once, in however many processes, none causes the failure that would lock the account.
/// </summary>
internal sealed class Tries(DirectoryFile file, SqlitePolicySettings policy, TimeProvider clock)
{
    /// <summary>Tries that count for nobody are written all the same: an unknown, locked or held person costs what a known one does.</summary>
    private const string Nobody = "";

    /// <summary>Finds the account, and counts a try if one may be made.</summary>
    /// <exception cref="SqliteException">The database does not answer.</exception>
    public Admission Begin(Cedula cedula, Asker asker)
    {
        var now = clock.GetUtcNow();
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var row = AccountRow.Find(connection, cedula, policy, now);
        var admitted = row is not null && !row.IsLocked(policy) && asker.MayTry(row.Failures, policy.MaxFailures);
        var whose = admitted ? cedula.Digits : Nobody;
        connection.Execute(
            "DELETE FROM failure WHERE cedula = $nobody OR (cedula = $cedula AND at < $since)",
            ("$nobody", Nobody), ("$cedula", cedula.Digits), ("$since", AccountRow.CountedSince(policy, now)));
        connection.Execute("INSERT INTO failure (cedula, at) VALUES ($cedula, $at)", ("$cedula", whose), ("$at", AccountRow.Text(now)));
        using var last = connection.Prepare("SELECT last_insert_rowid()");
        var id = (long)last.ExecuteScalar()!;
        transaction.Commit();
        return new Admission(row, admitted, id);
    }

    /// <summary>The clave was right: what failed before is forgotten.</summary>
    public void Forget(Cedula cedula)
    {
        using var connection = file.Open();
        connection.Execute("DELETE FROM failure WHERE cedula = $cedula", ("$cedula", cedula.Digits));
    }

    /// <summary>It was not found out whether the clave was right.</summary>
    public void TakeBack(Admission admission)
    {
        using var connection = file.Open();
        connection.Execute("DELETE FROM failure WHERE id = $id", ("$id", admission.Id));
    }
}

/// <summary>What was found, and whether a clave may be tried on it.</summary>
/// <param name="Row">The account; null when there is none.</param>
/// <param name="IsGranted">False: whatever the clave, nothing may come of it.</param>
/// <param name="Id">Of the try.</param>
internal sealed record Admission(AccountRow? Row, bool IsGranted, long Id);
