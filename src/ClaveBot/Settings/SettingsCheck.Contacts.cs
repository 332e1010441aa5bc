using System.Globalization;
using ClaveBot.MessageCheck;

namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    private static IEnumerable<SettingError> Contacts(ClaveBotSettings settings)
    {
        if (WebAddress(settings.Contacts.ComplaintsUrl) is not { Scheme: "https" } complaints || !PastedLink.IsInstitute(complaints.Host))
            yield return new("Contacts:ComplaintsUrl", "is not an https address of the institute", "Write one whose host is iess.gob.ec or ends in .iess.gob.ec, such as https://denuncias.iess.gob.ec.");
        if (!DateOnly.TryParseExact(settings.Contacts.Checked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new("Contacts:Checked", $"is '{settings.Contacts.Checked}'", "Write the day on which somebody last looked whether the contacts are true, as yyyy-MM-dd.");
        foreach (var link in settings.Community.Links.Where(static link => WebAddress(link) is not { Scheme: "https" }))
            yield return new("Community", $"has '{link}', which is no https address", "Write whole addresses, such as https://t.me/ejemplo, or leave them empty.");
    }
}
