namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>How an operation ended. The server's diagnostic text is left out: it may quote what was sent.</summary>
/// <param name="Code">The result code.</param>
/// <param name="Outcome">The password policy's outcome; null when it said none.</param>
/// <param name="InGrace">The clave has expired, and this was one of the logins that are left.</param>
internal sealed record LdapResult(LdapCode Code, PolicyOutcome? Outcome = null, bool InGrace = false)
{
    public bool IsSuccess => Code == LdapCode.Success;
}
