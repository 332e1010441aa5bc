using System.Net.Mail;

namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    /// <summary>In Portal mode neither directory nor mail is used.</summary>
    private static IEnumerable<SettingError> Operator(ClaveBotSettings settings) =>
        [.. Accounts(settings.Directory), .. Mail(settings.Mail)];

    private static IEnumerable<SettingError> Accounts(DirectorySettings directory)
    {
        switch (directory.Kind)
        {
            case null:
                yield return new("Directory:Kind", "is missing, and Mode is Operator", "Write Sqlite or Ldap, or set Mode to Portal when the accounts are not yours.");
                break;
            case DirectoryKind.Ldap:
                foreach (var error in Ldap(directory.Ldap))
                    yield return error;
                break;
            case DirectoryKind.Sqlite:
                foreach (var error in Sqlite(directory.Sqlite))
                    yield return error;
                break;
        }
    }

    private static IEnumerable<SettingError> Mail(MailSettings mail)
    {
        if (mail.Host.Length == 0 && mail.Folder.Length == 0)
            yield return new("Mail:Host", "is missing: every change of a clave is told by mail", "Name the SMTP server, such as smtp.example.org, or set Mail:Folder to have .eml files written there.");
        if (mail.Port is < 1 or > 65535)
            yield return new("Mail:Port", $"is {mail.Port}", "Usually it is 587, 465 or 25.");
        if (mail.From.Length > 0 && !MailAddress.TryCreate(mail.From, out _))
            yield return new("Mail:From", "is not an e-mail address", "Write one such as clave@example.org, or leave it empty for clave@<host of PublicUrl>.");
    }
}
