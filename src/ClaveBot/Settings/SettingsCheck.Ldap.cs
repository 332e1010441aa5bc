using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    private static IEnumerable<SettingError> Ldap(LdapSettings ldap)
    {
        var urls = LdapServer.Split(ldap.Url);
        if (urls.Length == 0)
            yield return new("Directory:Ldap:Url", "is missing", "Name the server, such as ldaps://ldap.example.org.");
        foreach (var url in urls)
        {
            if (UrlProblem(url, ldap.StartTls) is { } problem)
                yield return problem;
        }

        if (ldap.BaseDn.Length == 0)
            yield return new("Directory:Ldap:BaseDn", "is missing", "Name the entry above the people, such as ou=people,dc=example,dc=org.");
        if (!FindsOne(ldap.UserFilter))
            yield return new("Directory:Ldap:UserFilter", "is no search filter with {0} for the cédula", "Usually it is (uid={0}).");
        if (ldap.BindDn.Length == 0)
            yield return new("Directory:Ldap:BindDn", "is missing", "Make an account as in deploy/ldap, such as cn=clavebot,ou=services,dc=example,dc=org.");
        if (ldap.BindPassword.Length == 0)
            yield return new("Directory:Ldap:BindPassword", "is missing", "Give it in the environment, as Directory__Ldap__BindPassword.");
        if (ldap.Timeout < TimeSpan.FromSeconds(1) || ldap.Timeout > TimeSpan.FromSeconds(5))
            yield return new("Directory:Ldap:Timeout", $"is {ldap.Timeout:c}", "Choose between 1 and 5 seconds, as hh:mm:ss, such as 00:00:05.");
    }

    private static SettingError? UrlProblem(string url, bool startTls)
    {
        const string key = "Directory:Ldap:Url";
        if (!LdapServer.TryParse(url, startTls, out var server))
            return new(key, $"has '{url}', which is no LDAP address", "Write ldaps://host or ldap://host, with :port where it is not the usual one.");
        if (startTls && server.Security == LdapSecurity.Tls)
            return new("Directory:Ldap:StartTls", $"is set, and {server} is ldaps already", "Use ldap:// with StartTls, or ldaps:// without.");
        return server.Security == LdapSecurity.None && !server.IsLoopback
            ? new(key, $"would send claves in the clear to {server}", "Use ldaps://, or set Directory:Ldap:StartTls to true (without only to this machine).")
            : null;
    }

    private static bool FindsOne(string filter)
    {
        try
        {
            return filter.Contains("{0}", StringComparison.Ordinal) && LdapFilter.Encode(filter, "1700000001").Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
