using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Accounts.Ldap;

/// <summary>A connection in somebody's hands.</summary>
internal readonly struct LdapLease(LdapSession session, Action<LdapSession> giveBack) : IDisposable
{
    public LdapSession Session => session;

    public void Dispose() => giveBack(session);
}
