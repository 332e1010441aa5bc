using ClaveBot.Accounts.Ldap.Wire;
using ClaveBot.Settings;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Ldap;

/// <summary>The accounts as ClaveBot's own account sees them: not the rootdn, so policy and history hold for what it writes too.</summary>
internal sealed class LdapAccounts(LdapPool pool, LdapSettings settings, TimeProvider time, ILogger log)
{
    private volatile LdapPolicies _policies = new(new Dictionary<string, LdapPolicy>(StringComparer.Ordinal), DateTimeOffset.MinValue);

    public LdapPolicies Policies => _policies;

    /// <summary>A connection that speaks for ClaveBot's account.</summary>
    /// <exception cref="LdapAnswerException">The directory does not take Directory:Ldap:BindDn and BindPassword.</exception>
    public async Task<LdapLease> RentAsync(CancellationToken cancellationToken)
    {
        var lease = await pool.RentAsync(cancellationToken);
        try
        {
            if (lease.Session.BoundAs is not null)
                return lease;
            using var password = new Secret(settings.BindPassword);
            var bound = await lease.Session.BindAsync(settings.BindDn, password, cancellationToken);
            return bound.IsSuccess ? lease : throw new LdapAnswerException(bound.Code);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <summary>The account, or null. There is one search for a known and for an unknown person.</summary>
    public async Task<LdapAccount?> FindAsync(Cedula cedula, CancellationToken cancellationToken)
    {
        using var lease = await RentAsync(cancellationToken);
        if (!_policies.IsFresh(time.GetUtcNow()))
            _policies = await LdapPolicies.ReadAsync(lease.Session, settings.BaseDn, time.GetUtcNow(), cancellationToken);
        var search = new LdapSearch(settings.BaseDn, LdapScope.Subtree, LdapFilter.Encode(settings.UserFilter, cedula.Digits), LdapAccount.Attributes);
        var found = await lease.Session.SearchAsync(search, most: 2, cancellationToken);
        if (found.Count > 1)
        {
            LdapLog.SeveralEntries(log);
            return null;
        }

        return found is [var entry] ? new LdapAccount(entry, cedula, _policies.For(entry.One("pwdPolicySubentry")), time.GetUtcNow()) : null;
    }

    /// <summary>Sets the directory's own lock; null lifts it.</summary>
    public async Task<LdapResult> LockAsync(LdapAccount account, string? since, CancellationToken cancellationToken)
    {
        using var lease = await RentAsync(cancellationToken);
        return await lease.Session.ReplaceAsync(account.Dn, "pwdAccountLockedTime", since is null ? [] : [since], cancellationToken);
    }

    /// <summary>Null when everything is as it must be, else what is wrong and the cure.</summary>
    public async Task<string?> CheckAsync(string decoyDn, CancellationToken cancellationToken)
    {
        using var lease = await RentAsync(cancellationToken);
        _policies = await LdapPolicies.ReadAsync(lease.Session, settings.BaseDn, time.GetUtcNow(), cancellationToken);
        if (!_policies.Any)
            return "ClaveBot's account sees no password policy (objectClass pwdPolicy): load the ppolicy overlay, and allow reading as in deploy/ldap.";
        if (!_policies.Default.Lockout)
            return "No password policy has pwdLockout TRUE: accounts could not be frozen. Set it.";
        if (_policies.Default.MaxFailure == 1)
            return "A password policy has pwdMaxFailure 1: every proof could lock an account, so none is tried. Allow at least 3.";
        await lease.Session.SearchAsync(LdapSearch.One(settings.BaseDn, "1.1"), most: 1, cancellationToken);
        if (!await ExistsAsync(lease.Session, decoyDn, cancellationToken))
            LdapLog.NoDecoy(log);
        return null;
    }

    private static async Task<bool> ExistsAsync(LdapSession session, string dn, CancellationToken cancellationToken)
    {
        try
        {
            return (await session.SearchAsync(LdapSearch.One(dn, "1.1"), most: 1, cancellationToken)).Count > 0;
        }
        catch (LdapAnswerException)
        {
            return false;
        }
    }
}
