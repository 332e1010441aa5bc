using System.Security.Cryptography;
using ClaveBot.Accounts.Ldap.Wire;
using ClaveBot.Settings;

namespace ClaveBot.Accounts.Ldap;

/// <summary>What the settings mean.</summary>
internal static class LdapSetup
{
    public static IReadOnlyList<LdapServer> Servers(this LdapSettings settings) =>
        [.. LdapServer.Split(settings.Url).Select(url => LdapServer.TryParse(url, settings.StartTls, out var server) ? server : throw NotChecked())];

    /// <exception cref="SettingsException">The CA file cannot be used.</exception>
    public static LdapTrust Trust(this LdapSettings settings)
    {
        try
        {
            return LdapTrust.Load(settings.CaFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException([new SettingError(
                "Directory:Ldap:CaFile",
                $"cannot be read as certificates ({exception.GetType().Name})",
                "Name a PEM file with the authority's certificate, readable by this user.")]);
        }
    }

    /// <summary>Beside ClaveBot's own account unless the setting says otherwise.</summary>
    public static string DecoyName(this LdapSettings settings) =>
        settings.DecoyDn.Length > 0 ? settings.DecoyDn : "cn=clavebot-decoy" + settings.BindDn[FirstComma(settings.BindDn)..];

    // A comma within a name is written \, or \2C (RFC 4514, 2.4).
    private static int FirstComma(string dn)
    {
        for (var i = 0; i < dn.Length; i++)
        {
            if (dn[i] == ',')
                return i;
            if (dn[i] == '\\')
                i++;
        }

        return dn.Length;
    }

    private static InvalidOperationException NotChecked() => new("The settings were not checked.");
}
