using ClaveBot.Accounts.Ldap.Wire;
using ClaveBot.Settings;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Ldap;

/// <summary>OpenLDAP with the ppolicy overlay: proofs are binds, changes are password-modify operations, the lock is the directory's own.</summary>
public sealed class LdapDirectory : IAccountDirectory, IDisposable
{
    private static readonly TimeSpan MostBeforeWriting = TimeSpan.FromSeconds(10);

    private readonly AccountTurns _turns = new();
    private readonly LdapPool _service;
    private readonly LdapPool _people;
    private readonly LdapAccounts _accounts;
    private readonly LdapProofs _proofs;
    private readonly LdapChanges _changes;
    private readonly PasswordRules _rules;
    private readonly LdapSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    /// <summary>Connects when it is first needed.</summary>
    internal LdapDirectory(LdapSettings settings, LdapTrust trust, PasswordRules rules, TimeProvider time, ILogger<LdapDirectory> log)
    {
        var servers = settings.Servers();
        _rules = rules;
        _settings = settings;
        _time = time;
        _log = log;
        _service = new LdapPool(servers, trust, settings.Timeout, time, log);
        _people = new LdapPool(servers, trust, settings.Timeout, time, log);
        _accounts = new LdapAccounts(_service, settings, time, log);
        _proofs = new LdapProofs(_people, settings.DecoyName());
        _changes = new LdapChanges(_accounts, _people, _proofs, log);
    }

    /// <inheritdoc/>
    public PasswordLimits Limits => _accounts.Policies.Limits();

    /// <inheritdoc/>
    public Task<VerifyResult> VerifyAsync(Cedula cedula, Secret current, Asker asker, CancellationToken cancellationToken) => AskAsync<VerifyResult>(async () =>
    {
        using var turn = await _turns.WaitAsync(cedula, cancellationToken);
        var account = await _accounts.FindAsync(cedula, cancellationToken);
        if (account is null || account.IsLocked || !account.MayBeTried(asker))
        {
            await _proofs.TryDecoyAsync(current, cancellationToken);
            return account is { IsLocked: false } ? new VerifyResult.Held() : new VerifyResult.Refused();
        }

        var result = await _proofs.TryAsync(account.Dn, current, cancellationToken);
        if (LdapProofs.IsRight(result))
            return new VerifyResult.Proven(account.Person, account.Marker, ReasonOf(result));
        return result.Code == LdapCode.InvalidCredentials ? new VerifyResult.Refused() : throw new LdapAnswerException(result.Code);
    }, new VerifyResult.Unavailable());

    /// <inheritdoc/>
    public Task<ChangeResult> ChangeAsync(Cedula cedula, Secret current, Secret replacement, string marker, CancellationToken cancellationToken) => SoonAsync(async soon =>
    {
        using var turn = await _turns.WaitAsync(cedula, soon);
        var account = await _accounts.FindAsync(cedula, soon);
        if (account is null || !account.HasMarker(marker))
            return new ChangeResult.Outdated();
        if (account.IsLocked)
            return new ChangeResult.Refused(PasswordFault.Locked);
        if (!account.MayBeTried(Asker.Owner))
            return new ChangeResult.Unavailable();
        if (_rules.Check(replacement, current, account.Person, Limits) is { } fault)
            return new ChangeResult.Refused(fault);
        await Task.Delay(account.UntilNextMarker, _time, soon);
        return await _changes.ChangeAsync(account, current, replacement, soon);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<ChangeResult> ResetAsync(Cedula cedula, Secret replacement, string marker, CancellationToken cancellationToken) => SoonAsync(async soon =>
    {
        using var turn = await _turns.WaitAsync(cedula, soon);
        var account = await _accounts.FindAsync(cedula, soon);
        if (account is null || !account.HasMarker(marker))
            return new ChangeResult.Outdated();
        if (account.IsFrozen)
            return new ChangeResult.Refused(PasswordFault.Locked);
        if (_rules.Check(replacement, current: null, account.Person, Limits) is { } fault)
            return new ChangeResult.Refused(fault);
        await Task.Delay(account.UntilNextMarker, _time, soon);
        return await _changes.ResetAsync(account, replacement, soon);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<ReadResult> ReadAsync(Cedula cedula, CancellationToken cancellationToken) => AskAsync<ReadResult>(async () =>
        await _accounts.FindAsync(cedula, cancellationToken) is { } account
            ? new ReadResult.Found(account.Person, account.Marker) { Frozen = account.IsFrozen, Expires = account.Expires }
            : new ReadResult.Missing(), new ReadResult.Unavailable());

    /// <inheritdoc/>
    public Task<FreezeResult> FreezeAsync(Cedula cedula, CancellationToken cancellationToken) => LockAsync(cedula, LdapTime.Forever, cancellationToken);

    /// <inheritdoc/>
    public Task<FreezeResult> UnfreezeAsync(Cedula cedula, CancellationToken cancellationToken) => LockAsync(cedula, since: null, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> CheckAsync(CancellationToken cancellationToken) => AskAsync(
        () => _accounts.CheckAsync(_settings.DecoyName(), cancellationToken),
        "The directory does not answer as it should: check Directory:Ldap (Url, StartTls, CaFile, BindDn, BindPassword, BaseDn) and what the log says.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _service.Dispose();
        _people.Dispose();
        _turns.Dispose();
    }

    private Task<FreezeResult> LockAsync(Cedula cedula, string? since, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        using var turn = await _turns.WaitAsync(cedula, cancellationToken);
        if (await _accounts.FindAsync(cedula, cancellationToken) is not { } account)
            return FreezeResult.Missing;
        if (since is not null && !account.Policy.Lockout)
        {
            LdapLog.CannotFreeze(_log);
            return FreezeResult.Unavailable;
        }

        var result = await _accounts.LockAsync(account, since, cancellationToken);
        return result.IsSuccess ? FreezeResult.Done : throw new LdapAnswerException(result.Code);
    }, FreezeResult.Unavailable);

    private static PolicyOutcome? ReasonOf(LdapResult result) =>
        result.Outcome == PolicyOutcome.ChangeAfterReset ? PolicyOutcome.ChangeAfterReset
        : result.InGrace || !result.IsSuccess ? PolicyOutcome.PasswordExpired
        : null;

    /// <summary>
    /// What is not sent within ten seconds is not sent any more: half a minute after it began somebody looks what became of a change
    /// (<see cref="PasswordLinks.LinkStore.ChangeTimeout"/>), and must not be too early. Once it is sent this has no say.
    /// </summary>
    private async Task<ChangeResult> SoonAsync(Func<CancellationToken, Task<ChangeResult>> change, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(MostBeforeWriting, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await AskAsync(() => change(either.Token), new ChangeResult.Unavailable());
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LdapLog.Away(_log, "too slow for a change");
            return new ChangeResult.Unavailable();
        }
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, T away)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (LdapAway.Is(exception))
        {
            LdapLog.Away(_log, LdapAway.Describe(exception));
            return away;
        }
    }
}
