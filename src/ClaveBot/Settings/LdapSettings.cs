namespace ClaveBot.Settings;

/// <summary>An OpenLDAP server with the ppolicy overlay; deploy/ldap has the rights that its account needs.</summary>
public sealed class LdapSettings
{
    /// <summary><c>ldaps://host</c> or <c>ldap://host</c>; several are separated by spaces or commas, the one that takes writes first.</summary>
    public string Url { get; set; } = "";

    /// <summary>Secure ldap:// by StartTLS before anything else is said.</summary>
    public bool StartTls { get; set; }

    /// <summary>Where the people are.</summary>
    public string BaseDn { get; set; } = "";

    /// <summary>Finds one person; {0} is the cédula.</summary>
    public string UserFilter { get; set; } = "(uid={0})";

    /// <summary>ClaveBot's own account; never the rootdn, for which no policy holds.</summary>
    public string BindDn { get; set; } = "";

    public string BindPassword { get; set; } = "";

    /// <summary>A PEM file of the authorities that stand for the servers; empty for those of the machine.</summary>
    public string CaFile { get; set; } = "";

    /// <summary>Nobody's account, tried when there is no such person; empty for cn=clavebot-decoy beside BindDn.</summary>
    public string DecoyDn { get; set; } = "";

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}
