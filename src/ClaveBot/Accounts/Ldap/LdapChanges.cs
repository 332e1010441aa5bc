using ClaveBot.Accounts.Ldap.Wire;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Ldap;

/// <summary>
/// Writes a new clave by the password-modify operation (RFC 3062). Once it is sent nobody's hurry calls it off: no answer is told apart from
/// an answer, and "changed" is said of nothing but what binds prove.
/// </summary>
internal sealed class LdapChanges(LdapAccounts accounts, LdapPool people, LdapProofs proofs, ILogger log)
{
    /// <summary>As the person, with the current clave; as ClaveBot's account when the clave has expired and no login is left.</summary>
    public async Task<ChangeResult> ChangeAsync(LdapAccount account, Secret current, Secret replacement, CancellationToken cancellationToken)
    {
        LdapAnswer answer;
        using (var lease = await people.RentAsync(cancellationToken))
        {
            var bound = await lease.Session.BindAsync(account.Dn, current, cancellationToken);
            if (!LdapProofs.IsRight(bound))
                return bound.Code == LdapCode.InvalidCredentials ? new ChangeResult.Outdated() : throw new LdapAnswerException(bound.Code);
            cancellationToken.ThrowIfCancellationRequested();
            answer = bound.IsSuccess
                ? await WriteAsync(lease.Session, account, current, replacement)
                : await WriteAsServiceAsync(account, current, replacement, cancellationToken);
        }

        return await ConcludeAsync(answer, account, current, replacement);
    }

    /// <summary>As ClaveBot's account, without the current clave.</summary>
    public async Task<ChangeResult> ResetAsync(LdapAccount account, Secret replacement, CancellationToken cancellationToken) =>
        await ConcludeAsync(await WriteAsServiceAsync(account, old: null, replacement, cancellationToken), account, old: null, replacement);

    private async Task<LdapAnswer> WriteAsServiceAsync(LdapAccount account, Secret? old, Secret replacement, CancellationToken cancellationToken)
    {
        using var lease = await accounts.RentAsync(cancellationToken);
        return await WriteAsync(lease.Session, account, old, replacement);
    }

    private async Task<LdapAnswer> WriteAsync(LdapSession session, LdapAccount account, Secret? old, Secret replacement)
    {
        try
        {
            return LdapAnswer.To(await session.SetPasswordAsync(account.Dn, old, replacement, CancellationToken.None));
        }
        catch (Exception exception) when (LdapAway.Is(exception))
        {
            LdapLog.NoAnswer(log, LdapAway.Describe(exception));
            return new LdapAnswer.Unknown();
        }
    }

    private async Task<ChangeResult> ConcludeAsync(LdapAnswer answer, LdapAccount account, Secret? old, Secret replacement)
    {
        switch (answer)
        {
            case LdapAnswer.NotTaken notTaken:
                return new ChangeResult.Refused(notTaken.Fault);
            case LdapAnswer.NotWritten notWritten:
                LdapLog.NotWritten(log, notWritten.Code);
                return new ChangeResult.Unavailable();
        }

        try
        {
            if (await proofs.AgreeAsync(account, old, replacement))
                return new ChangeResult.Changed();
            if (answer is LdapAnswer.Written)
                LdapLog.NotProven(log);
        }
        catch (Exception exception) when (LdapAway.Is(exception))
        {
            LdapLog.Away(log, LdapAway.Describe(exception));
        }

        return new ChangeResult.Unsure();
    }
}
