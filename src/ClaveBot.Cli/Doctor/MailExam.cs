using ClaveBot.Mail;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary>Whether notices can leave; none is sent.</summary>
internal static class MailExam
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(ClaveBotSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Mode == BotMode.Portal)
            return [Finding.Good("mail", "none in Portal mode.")];
        if (settings.Mail.Folder.Length > 0)
            return [FolderFinding(settings.Mail.Folder)];
        return await MailCheckup.LookAsync(settings.Mail, cancellationToken) switch
        {
            { Error: { } error } => [Finding.Bad("mail", error.ToString())],
            { IsAway: true } => [Finding.Bad("mail", $"{settings.Mail.Host} does not answer on port {settings.Mail.Port}. Check Mail:Host and Mail:Port, and the firewall between.")],
            _ => [Finding.Good("mail", $"{settings.Mail.Host} answers{(settings.Mail.User.Length > 0 ? " and lets Mail:User in" : "")}.")],
        };
    }

    private static Finding FolderFinding(string folder)
    {
        try
        {
            var probe = Path.Combine(Directory.CreateDirectory(folder).FullName, Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Good("mail", "Mail:Folder can be written to.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("mail", "Mail:Folder cannot be written to: give the host's user the right to.");
        }
    }
}
