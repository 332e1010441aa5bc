using System.Text.RegularExpressions;

namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    private static IEnumerable<SettingError> Channels(ClaveBotSettings settings)
    {
        if (!settings.Telegram.IsOn && !settings.WhatsApp.IsOn)
            yield return new("Telegram:Token", "is missing, and so is WhatsApp:AccountSid", "Turn at least one channel on: the token comes from BotFather, the account from Twilio's console.");
        foreach (var error in settings.Telegram.IsOn ? Telegram(settings.Telegram) : [])
            yield return error;
        foreach (var error in settings.WhatsApp.IsOn ? WhatsApp(settings.WhatsApp) : [])
            yield return error;
    }

    private static IEnumerable<SettingError> Telegram(TelegramSettings telegram)
    {
        if (!TelegramToken.IsMatch(telegram.Token))
            yield return new("Telegram:Token", "does not look like a bot's token", "Copy it whole from BotFather: digits, a colon, letters and digits.");
        if (telegram.Receive == TelegramReceive.Webhook && !TelegramSecret.IsMatch(telegram.SecretToken))
        {
            yield return new("Telegram:SecretToken", telegram.SecretToken.Length == 0 ? "is missing" : "is not 1 to 256 of A-Z a-z 0-9 _ -",
                "Make one with: head -c 32 /dev/urandom | base64 | tr -dc A-Za-z0-9 (or set Telegram:Receive to Polling).");
        }

        if (telegram.BulkPerSecond is < 1 or > 30)
            yield return new("Telegram:BulkPerSecond", $"is {telegram.BulkPerSecond}", "Choose between 1 and 30, such as 25.");
        if (ApiProblem("Telegram:ApiUrl", telegram.ApiUrl, "https://api.telegram.org") is { } problem)
            yield return problem;
        if (ChatProblem("Telegram:ChatUrl", telegram.ChatUrl) is { } chat)
            yield return chat;
    }

    private static IEnumerable<SettingError> WhatsApp(WhatsAppSettings whatsApp)
    {
        if (whatsApp.AuthToken.Length == 0)
            yield return new("WhatsApp:AuthToken", "is missing", "Copy it from Twilio's console, where the account's SID is.");
        if (!Sender.IsMatch(whatsApp.From))
            yield return new("WhatsApp:From", whatsApp.From.Length == 0 ? "is missing" : "is not a WhatsApp sender", "Write the sender's number as whatsapp:+593990000001.");
        if (whatsApp.BulkPerSecond is < 1 or > 80)
            yield return new("WhatsApp:BulkPerSecond", $"is {whatsApp.BulkPerSecond}", "Choose between 1 and 80, such as 10.");
        if (whatsApp.DailyCap is < 1 or > 10_000_000)
            yield return new("WhatsApp:DailyCap", $"is {whatsApp.DailyCap}", "Choose between 1 and 10000000 messages a day, such as 10000.");
        if (ApiProblem("WhatsApp:ApiUrl", whatsApp.ApiUrl, "https://api.twilio.com") is { } api)
            yield return api;
        if (ApiProblem("WhatsApp:ContentApiUrl", whatsApp.ContentApiUrl, "https://content.twilio.com") is { } content)
            yield return content;
        if (ChatProblem("WhatsApp:ChatUrl", whatsApp.ChatUrl) is { } chat)
            yield return chat;
        foreach (var (key, _) in whatsApp.ApprovedTemplates.Where(template => template.Sid.Length > 0 && !ContentSid.IsMatch(template.Sid)))
            yield return new(key, "is not a template's ContentSid", "Copy it from Twilio's console, Content Template Builder: HX and 32 hexadecimal digits. Or leave it empty.");
    }

    private static SettingError? ChatProblem(string key, string value) => value.Length > 0 && WebAddress(value) is null
        ? new(key, "is not an absolute http or https address", "Write the address that opens the chat, or leave it empty.")
        : null;

    private static SettingError? ApiProblem(string key, string value, string usual) => WebAddress(value) switch
    {
        null => new(key, "is not an absolute http or https address", $"Usually it is {usual}."),
        var url when !IsSafe(url) => new(key, "is plain http, and secrets travel there", $"Use https (http only to this machine). Usually it is {usual}."),
        _ => null,
    };

    [GeneratedRegex(@"^[0-9]+:[A-Za-z0-9_-]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TelegramToken { get; }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TelegramSecret { get; }

    [GeneratedRegex(@"^(whatsapp:)?\+[0-9]{6,15}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sender { get; }

    [GeneratedRegex(@"^HX[0-9a-fA-F]{32}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContentSid { get; }
}
