namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>The object identifiers on the wire.</summary>
internal static class LdapOids
{
    /// <summary>RFC 4511, 4.14.</summary>
    public const string StartTls = "1.3.6.1.4.1.1466.20037";

    /// <summary>RFC 3062.</summary>
    public const string ModifyPassword = "1.3.6.1.4.1.4203.1.11.1";

    /// <summary>draft-behera-ldap-password-policy-11, 6.</summary>
    public const string PasswordPolicy = "1.3.6.1.4.1.42.2.27.8.5.1";
}
