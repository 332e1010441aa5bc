using ClaveBot.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>
/// The embedded directory, for one machine. Claves are Argon2id at rest, and it has a policy of its own as OpenLDAP's ppolicy overlay
/// has: history, ages, a lock for failures, a freeze.
/// </summary>
public sealed class SqliteDirectory(
    DirectoryFile file, PasswordHasher hasher, PasswordRules rules, SqlitePolicySettings policy, TimeProvider clock, ILogger<SqliteDirectory> log)
    : IAccountDirectory, IDisposable
{
    private readonly AccountTurns turns = new();
    private readonly StoredCosts costs = new(file);
    private readonly Tries tries = new(file, policy, clock);
    private readonly AccountWrites writes = new(file, policy, clock, log);

    /// <inheritdoc/>
    public PasswordLimits Limits { get; } = new(Math.Max(policy.MinLength, SqlitePolicySettings.LeastLength), policy.MaxLength);

    /// <inheritdoc/>
    public Task<VerifyResult> VerifyAsync(Cedula cedula, Secret current, Asker asker, CancellationToken cancellationToken) => AskAsync<VerifyResult>(async () =>
    {
        using var turn = await turns.WaitAsync(cedula, cancellationToken);
        var (admission, right) = await TryAsync(cedula, current, asker, cancellationToken);
        if (admission.Row is not { } row || row.IsLocked(policy))
            return new VerifyResult.Refused();
        if (!admission.IsGranted)
            return new VerifyResult.Held();
        return right ? new VerifyResult.Proven(row.Person, row.Marker, ReasonOf(row)) : new VerifyResult.Refused();
    }, new VerifyResult.Unavailable());

    /// <inheritdoc/>
    public Task<ChangeResult> ChangeAsync(Cedula cedula, Secret current, Secret replacement, string marker, CancellationToken cancellationToken) => AskAsync<ChangeResult>(async () =>
    {
        using var turn = await turns.WaitAsync(cedula, cancellationToken);
        if (Find(cedula) is not { } found || !found.HasMarker(marker))
            return new ChangeResult.Outdated();
        var (admission, right) = await TryAsync(cedula, current, Asker.Owner, cancellationToken);
        if (admission.Row is not { } row || !row.HasMarker(marker))
            return new ChangeResult.Outdated();
        if (row.IsLocked(policy))
            return new ChangeResult.Refused(PasswordFault.Locked);
        if (!admission.IsGranted)
            return new ChangeResult.Unavailable();
        return right ? await ReplaceAsync(row, current, replacement, cancellationToken) : new ChangeResult.Outdated();
    }, new ChangeResult.Unavailable());

    /// <inheritdoc/>
    public Task<ChangeResult> ResetAsync(Cedula cedula, Secret replacement, string marker, CancellationToken cancellationToken) => AskAsync<ChangeResult>(async () =>
    {
        using var turn = await turns.WaitAsync(cedula, cancellationToken);
        if (Find(cedula) is not { } row || !row.HasMarker(marker))
            return new ChangeResult.Outdated();
        return row.Frozen
            ? new ChangeResult.Refused(PasswordFault.Locked)
            : await ReplaceAsync(row, current: null, replacement, cancellationToken);
    }, new ChangeResult.Unavailable());

    /// <inheritdoc/>
    public Task<ReadResult> ReadAsync(Cedula cedula, CancellationToken cancellationToken) => AskAsync(() => Task.FromResult<ReadResult>(
        Find(cedula) is { } row
            ? new ReadResult.Found(row.Person, row.Marker) { Frozen = row.Frozen, Expires = row.Expires(policy) }
            : new ReadResult.Missing()), new ReadResult.Unavailable());

    /// <inheritdoc/>
    public Task<FreezeResult> FreezeAsync(Cedula cedula, CancellationToken cancellationToken) => FreezeAsync(cedula, frozen: true);

    /// <inheritdoc/>
    public Task<FreezeResult> UnfreezeAsync(Cedula cedula, CancellationToken cancellationToken) => FreezeAsync(cedula, frozen: false);

    /// <inheritdoc/>
    public Task<string?> CheckAsync(CancellationToken cancellationToken) => AskAsync(() =>
    {
        using var connection = file.Open();
        using var command = connection.Prepare("SELECT EXISTS (SELECT 1 FROM person)");
        return Task.FromResult(command.ExecuteScalar() is 0L
            ? "The embedded directory has no people: set Directory:Sqlite:Seed, or a Directory:Sqlite:Path that has some."
            : null);
    }, "The embedded directory cannot be opened: check that Directory:Sqlite:Path is a writable database file.");

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    private Task<FreezeResult> FreezeAsync(Cedula cedula, bool frozen) =>
        AskAsync(() => Task.FromResult(writes.Freeze(cedula, frozen) ? FreezeResult.Done : FreezeResult.Missing), FreezeResult.Unavailable);

    /// <summary>Whether the clave is right. Whoever it is and whatever comes of it, the same hashes are computed.</summary>
    private async Task<(Admission Admission, bool Right)> TryAsync(Cedula cedula, Secret clave, Asker asker, CancellationToken cancellationToken)
    {
        var admission = tries.Begin(cedula, asker);
        try
        {
            var stored = admission.Row?.Password;
            if (!await hasher.ProveAsync(clave, stored, costs.Of(stored), cancellationToken) || !admission.IsGranted)
                return (admission, false);
        }
        catch
        {
            tries.TakeBack(admission);
            throw;
        }

        tries.Forget(cedula);
        if (hasher.IsOutdated(admission.Row!.Password))
            admission = admission with { Row = await RehashAsync(admission.Row, clave, cancellationToken) };
        return (admission, true);
    }

    private async Task<ChangeResult> ReplaceAsync(AccountRow row, Secret? current, Secret replacement, CancellationToken cancellationToken)
    {
        if (rules.Check(replacement, current, row.Person, Limits) is { } fault)
            return new ChangeResult.Refused(fault);
        if (!row.MustChange && row.ChangedAt + policy.MinAge > clock.GetUtcNow())
            return new ChangeResult.Refused(PasswordFault.TooYoung);
        if (await IsInHistoryAsync(row, replacement, cancellationToken))
            return new ChangeResult.Refused(PasswordFault.InHistory);
        var hash = await hasher.HashAsync(replacement, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return writes.Replace(row, hash) switch
        {
            WriteResult.Written => await ProveAsync(row.Person.Cedula, current, replacement),
            WriteResult.Outdated => new ChangeResult.Outdated(),
            WriteResult.NotWritten => new ChangeResult.Unavailable(),
            _ => new ChangeResult.Unsure(),
        };
    }

    /// <summary>The clave in use counts too: recovery does not set the one that was forgotten.</summary>
    private async Task<bool> IsInHistoryAsync(AccountRow row, Secret replacement, CancellationToken cancellationToken)
    {
        if (policy.History == 0)
            return false;
        foreach (var earlier in writes.History(row).Prepend(row.Password))
        {
            if (await hasher.VerifyAsync(replacement, earlier, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Says "changed" only for what a fresh read proves; from here on nobody's hurry may hide what was written.</summary>
    private async Task<ChangeResult> ProveAsync(Cedula cedula, Secret? old, Secret replacement)
    {
        try
        {
            if (Find(cedula) is { } row
                && await hasher.VerifyAsync(replacement, row.Password, CancellationToken.None)
                && (old is null || !await hasher.VerifyAsync(old, row.Password, CancellationToken.None)))
                return new ChangeResult.Changed();
        }
        catch (Exception exception) when (exception is SqliteException or FormatException)
        {
            SqliteLog.Away(log, SqliteCommands.Describe(exception));
        }

        SqliteLog.NotProven(log);
        return new ChangeResult.Unsure();
    }

    /// <summary>A proof is not lost because its hash could not be made anew.</summary>
    private async Task<AccountRow> RehashAsync(AccountRow row, Secret clave, CancellationToken cancellationToken)
    {
        var hash = await hasher.HashAsync(clave, cancellationToken);
        try
        {
            writes.Rehash(row, hash);
            return row with { Password = hash };
        }
        catch (Exception exception) when (SqliteCommands.IsAway(exception))
        {
            SqliteLog.Away(log, SqliteCommands.Describe(exception));
            return row;
        }
    }

    private PolicyOutcome? ReasonOf(AccountRow row) =>
        row.MustChange ? PolicyOutcome.ChangeAfterReset
        : row.Expires(policy) <= clock.GetUtcNow() ? PolicyOutcome.PasswordExpired
        : null;

    private AccountRow? Find(Cedula cedula)
    {
        using var connection = file.Open();
        return AccountRow.Find(connection, cedula, policy, clock.GetUtcNow());
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, T away)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (SqliteCommands.IsAway(exception))
        {
            SqliteLog.Away(log, SqliteCommands.Describe(exception));
            return away;
        }
    }
}
