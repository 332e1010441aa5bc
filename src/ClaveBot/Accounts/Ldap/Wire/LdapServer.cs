using System.Diagnostics.CodeAnalysis;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>Where a server is, and how it is spoken to.</summary>
internal sealed class LdapServer(string host, int port, LdapSecurity security, bool isLoopback)
{
    private static readonly char[] Separators = [' ', ',', '\t', '\n', '\r'];

    public string Host => host;

    public int Port => port;

    public LdapSecurity Security => security;

    /// <summary>This machine.</summary>
    public bool IsLoopback => isLoopback;

    /// <summary>The addresses of the setting, in its order.</summary>
    public static string[] Split(string urls) => urls.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads <c>ldap://host[:389]</c> or <c>ldaps://host[:636]</c>.</summary>
    public static bool TryParse(string url, bool startTls, [NotNullWhen(true)] out LdapServer? server)
    {
        server = null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("ldap" or "ldaps") || uri.Host.Length == 0
            || uri.AbsolutePath is not ("" or "/") || uri.Query.Length > 0 || uri.UserInfo.Length > 0)
            return false;
        var security = uri.Scheme is "ldaps" ? LdapSecurity.Tls : startTls ? LdapSecurity.StartTls : LdapSecurity.None;
        server = new LdapServer(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : security == LdapSecurity.Tls ? 636 : 389, security, uri.IsLoopback);
        return true;
    }

    /// <summary>For operators.</summary>
    public override string ToString() => $"{Host}:{Port}";
}

internal enum LdapSecurity
{
    /// <summary>In the clear: to this machine only.</summary>
    None,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS by the StartTLS operation, before anything else is said.</summary>
    StartTls,
}
