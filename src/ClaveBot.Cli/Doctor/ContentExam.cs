using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary>Whether Twilio has what buttons are made of, and whether WhatsApp approved the templates in the settings.</summary>
internal static class ContentExam
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(WhatsAppSettings settings, HttpClient http, CancellationToken cancellationToken)
    {
        var twilio = new TwilioContent(settings, http);
        try
        {
            return [await ButtonsAsync(settings, twilio, cancellationToken), .. await TemplatesAsync(settings, twilio, cancellationToken)];
        }
        catch (TwilioRefusedException exception)
        {
            return [Finding.Doubtful("whatsapp", $"Twilio's Content API refuses ({exception.Message}): options are numbered, and closed chats hear nothing. Allow the account the Content API, or set WhatsApp:QuickReplies to false.")];
        }
        catch (HttpRequestException)
        {
            return [Finding.Doubtful("whatsapp", $"Twilio's Content API does not answer: options are numbered. Check that this machine reaches {settings.ContentApiUrl}.")];
        }
    }

    private static async Task<Finding> ButtonsAsync(WhatsAppSettings settings, TwilioContent twilio, CancellationToken cancellationToken)
    {
        if (!settings.QuickReplies)
            return Finding.Good("whatsapp", "options are numbered: WhatsApp:QuickReplies is false.");
        var there = await twilio.ListAsync(cancellationToken);
        var made = ContentTemplate.All.Count(template => there.ContainsKey(template.Name));
        return made == ContentTemplate.All.Count
            ? Finding.Good("whatsapp", $"Twilio has all {made} content resources for buttons and lists.")
            : Finding.Doubtful("whatsapp", $"Twilio has {made} of {ContentTemplate.All.Count} content resources for buttons and lists. The host makes the others when it starts.");
    }

    private static async Task<IReadOnlyList<Finding>> TemplatesAsync(WhatsAppSettings settings, TwilioContent twilio, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var (key, sid) in settings.ApprovedTemplates.Where(template => template.Sid.Length > 0))
            findings.Add(Judge(key, await twilio.ApprovalAsync(sid, cancellationToken)));
        if (Enum.GetValues<TemplateKind>().Where(kind => settings.ApprovedTemplates.All(template => template.Key != WhatsAppApproved.Setting(kind) || template.Sid.Length == 0)).ToList() is { Count: > 0 } missing)
            findings.Add(Finding.Doubtful("whatsapp", $"{string.Join(", ", missing.Select(WhatsAppApproved.Setting))}: empty, so that this is not said more than 24 hours after a person's message. docs/operating.md has the texts to have approved."));
        return findings;
    }

    private static Finding Judge(string key, string? approval) => approval switch
    {
        null => Finding.Bad("whatsapp", $"{key} names no template of this account. Copy its ContentSid from Twilio's console, Content Template Builder."),
        "approved" => Finding.Good("whatsapp", $"{key} is approved."),
        _ => Finding.Bad("whatsapp", $"{key} is {Word(approval)} at WhatsApp: what it would say is lost. Submit it for approval as utility, or leave the setting empty."),
    };

    // Twilio's word goes to a terminal.
    private static string Word(string approval) => string.Concat(approval.Where(char.IsAsciiLetter).Take(20));
}
