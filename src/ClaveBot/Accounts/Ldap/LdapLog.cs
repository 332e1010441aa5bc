using ClaveBot.Accounts.Ldap.Wire;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Ldap;

/// <summary>What the LDAP directory tells operators; never who, never what. A server's diagnostic texts are left out: they may quote what was sent.</summary>
internal static partial class LdapLog
{
    [LoggerMessage(LogLevel.Warning, "The directory server {Server} does not answer: {Error}")]
    public static partial void ServerAway(ILogger logger, string server, string error);

    [LoggerMessage(LogLevel.Error, "The directory did not answer: {Error}")]
    public static partial void Away(ILogger logger, string error);

    [LoggerMessage(LogLevel.Error, "The directory did not take a change: {Code}. A referral or an unwilling server is mostly a read-only replica: name the primary first in Directory:Ldap:Url")]
    public static partial void NotWritten(ILogger logger, LdapCode code);

    [LoggerMessage(LogLevel.Error, "The answer to a change of clave did not come: {Error}")]
    public static partial void NoAnswer(ILogger logger, string error);

    [LoggerMessage(LogLevel.Critical, "A change of clave was accepted, but binds with the old and the new clave do not prove it")]
    public static partial void NotProven(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "Directory:Ldap:UserFilter finds several entries for one cédula: that person cannot be served")]
    public static partial void SeveralEntries(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "An account cannot be frozen: its password policy has pwdLockout FALSE, so the directory would not hold to it")]
    public static partial void CannotFreeze(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The decoy entry of Directory:Ldap:DecoyDn cannot be found: an unknown person is refused faster than a known one")]
    public static partial void NoDecoy(ILogger logger);
}
