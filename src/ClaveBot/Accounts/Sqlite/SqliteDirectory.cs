using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>The embedded directory, for one machine. Claves are Argon2id at rest; it has no rules of its own but <see cref="PasswordRules"/>.</summary>
public sealed class SqliteDirectory(DirectoryFile file, PasswordHasher hasher, PasswordRules rules, TimeProvider clock, ILogger<SqliteDirectory> log) : IAccountDirectory
{
    /// <inheritdoc/>
    public PasswordLimits Limits { get; } = new();

    /// <inheritdoc/>
    public async Task<VerifyResult> VerifyAsync(Cedula cedula, Secret current, Asker asker, CancellationToken cancellationToken)
    {
        if (!TryFind(cedula, out var row))
            return new VerifyResult.Unavailable();
        if (!await hasher.VerifyAsync(current, row?.Password, cancellationToken) || row is null)
            return new VerifyResult.Refused();
        if (hasher.IsOutdated(row.Password))
            await RehashAsync(row, current, cancellationToken);
        return new VerifyResult.Proven(row.Person, row.Marker);
    }

    /// <inheritdoc/>
    public async Task<ChangeResult> ChangeAsync(Cedula cedula, Secret current, Secret replacement, string marker, CancellationToken cancellationToken)
    {
        if (!TryFind(cedula, out var row))
            return new ChangeResult.Unavailable();
        if (!await hasher.VerifyAsync(current, row?.Password, cancellationToken) || row is null || !row.HasMarker(marker))
            return new ChangeResult.Outdated();
        if (rules.Check(replacement, current, row.Person, Limits) is { } fault)
            return new ChangeResult.Refused(fault);
        var hash = await hasher.HashAsync(replacement, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return Write(row, hash) switch
        {
            WriteResult.Written => await ProveAsync(cedula, current, replacement),
            WriteResult.Outdated => new ChangeResult.Outdated(),
            WriteResult.NotWritten => new ChangeResult.Unavailable(),
            _ => new ChangeResult.Unsure(),
        };
    }

    /// <inheritdoc/>
    public async Task<ChangeResult> ResetAsync(Cedula cedula, Secret replacement, string marker, CancellationToken cancellationToken)
    {
        if (!TryFind(cedula, out var row))
            return new ChangeResult.Unavailable();
        if (row is null || !row.HasMarker(marker))
            return new ChangeResult.Outdated();
        if (rules.Check(replacement, current: null, row.Person, Limits) is { } fault)
            return new ChangeResult.Refused(fault);
        var hash = await hasher.HashAsync(replacement, cancellationToken);
        return Write(row, hash) switch
        {
            WriteResult.Written => new ChangeResult.Changed(),
            WriteResult.Outdated => new ChangeResult.Outdated(),
            WriteResult.NotWritten => new ChangeResult.Unavailable(),
            _ => new ChangeResult.Unsure(),
        };
    }

    /// <inheritdoc/>
    public Task<FreezeResult> FreezeAsync(Cedula cedula, CancellationToken cancellationToken) => Task.FromResult(FreezeResult.Unavailable);

    /// <inheritdoc/>
    public Task<FreezeResult> UnfreezeAsync(Cedula cedula, CancellationToken cancellationToken) => Task.FromResult(FreezeResult.Unavailable);

    /// <inheritdoc/>
    public Task<ReadResult> ReadAsync(Cedula cedula, CancellationToken cancellationToken) => Task.FromResult<ReadResult>(
        !TryFind(cedula, out var row) ? new ReadResult.Unavailable()
        : row is null ? new ReadResult.Missing()
        : new ReadResult.Found(row.Person, row.Marker));

    /// <inheritdoc/>
    public Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var connection = file.Open();
            using var command = connection.Prepare("SELECT EXISTS (SELECT 1 FROM person)");
            return Task.FromResult(command.ExecuteScalar() is 0L
                ? "The embedded directory has no people: set Directory:Sqlite:Seed, or a Directory:Sqlite:Path that has some."
                : null);
        }
        catch (Exception exception) when (SqliteCommands.IsAway(exception))
        {
            SqliteLog.Away(log, SqliteCommands.Describe(exception));
            return Task.FromResult<string?>("The embedded directory cannot be opened: check that Directory:Sqlite:Path is a writable database file.");
        }
    }

    /// <summary>Says "changed" only for what a fresh read proves; from here on nobody's hurry may hide what was written.</summary>
    private async Task<ChangeResult> ProveAsync(Cedula cedula, Secret old, Secret replacement)
    {
        try
        {
            if (TryFind(cedula, out var row) && row is not null
                && await hasher.VerifyAsync(replacement, row.Password, CancellationToken.None)
                && !await hasher.VerifyAsync(old, row.Password, CancellationToken.None))
                return new ChangeResult.Changed();
        }
        catch (Exception exception) when (exception is SqliteException or FormatException)
        {
            SqliteLog.Away(log, SqliteCommands.Describe(exception));
        }

        SqliteLog.NotProven(log);
        return new ChangeResult.Unsure();
    }

    private WriteResult Write(AccountRow row, string hash)
    {
        var committing = false;
        try
        {
            using var connection = file.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            using var update = connection.Prepare(
                "UPDATE person SET password = $hash, version = version + 1, changed_at = $now WHERE cedula = $cedula AND version = $version",
                ("$hash", hash), ("$now", clock.GetUtcNow().UtcDateTime.ToString("O")), ("$cedula", row.Person.Cedula.Digits), ("$version", row.Version));
            update.Transaction = transaction;
            if (update.ExecuteNonQuery() == 0)
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

    /// <summary>The version stays: the clave is the same. Lost to another writer, it is done at the next proof.</summary>
    private async Task RehashAsync(AccountRow row, Secret clave, CancellationToken cancellationToken)
    {
        var hash = await hasher.HashAsync(clave, cancellationToken);
        try
        {
            using var connection = file.Open();
            connection.Execute(
                "UPDATE person SET password = $new WHERE cedula = $cedula AND password = $old",
                ("$new", hash), ("$cedula", row.Person.Cedula.Digits), ("$old", row.Password));
        }
        catch (Exception exception) when (SqliteCommands.IsAway(exception))
        {
            SqliteLog.Away(log, SqliteCommands.Describe(exception));
        }
    }

    private bool TryFind(Cedula cedula, out AccountRow? row)
    {
        row = null;
        try
        {
            using var connection = file.Open();
            row = AccountRow.Find(connection, cedula);
            return true;
        }
        catch (Exception exception) when (SqliteCommands.IsAway(exception))
        {
            SqliteLog.Away(log, SqliteCommands.Describe(exception));
            return false;
        }
    }

    private enum WriteResult
    {
        Written,
        Outdated,
        NotWritten,
        Unknown,
    }
}
