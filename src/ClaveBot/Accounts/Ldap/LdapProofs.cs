using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Accounts.Ldap;

/// <summary>Proofs by bind, on connections that nothing else is done with.</summary>
internal sealed class LdapProofs(LdapPool pool, string decoyDn)
{
    /// <summary>Whether the directory takes a clave, and what its policy says.</summary>
    public async Task<LdapResult> TryAsync(string dn, Secret clave, CancellationToken cancellationToken)
    {
        using var lease = await pool.RentAsync(cancellationToken);
        return await lease.Session.BindAsync(dn, clave, cancellationToken);
    }

    /// <summary>As much work as a wrong clave, at nobody's expense.</summary>
    public Task TryDecoyAsync(Secret clave, CancellationToken cancellationToken) => TryAsync(decoyDn, clave, cancellationToken);

    /// <summary>
    /// Whether the new clave is right and the old one is not. The old one is tried first: the success after it clears the failure. Where a single failure has
    /// consequences it is not tried; a password-modify replaces every value.
    /// </summary>
    public async Task<bool> AgreeAsync(LdapAccount account, Secret? old, Secret replacement)
    {
        if (old is not null && !account.Policy.PunishesOneFailure && IsRight(await TryAsync(account.Dn, old, CancellationToken.None)))
            return false;
        return IsRight(await TryAsync(account.Dn, replacement, CancellationToken.None));
    }

    /// <summary>A policy says "expired" only of a clave that is right.</summary>
    public static bool IsRight(LdapResult result) =>
        result.IsSuccess || result is { Code: LdapCode.InvalidCredentials, Outcome: PolicyOutcome.PasswordExpired };
}
