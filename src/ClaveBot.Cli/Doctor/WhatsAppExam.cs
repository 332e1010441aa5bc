using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary>Whether Twilio takes the account, and what its API does not tell.</summary>
internal static class WhatsAppExam
{
    /// <summary>Twilio's sandbox for everybody (twilio.com/docs/whatsapp/sandbox).</summary>
    private const string Sandbox = "+14155238886";

    public static async Task<IReadOnlyList<Finding>> LookAsync(ClaveBotSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.WhatsApp.IsOn)
            return [Finding.Good("whatsapp", "off: WhatsApp:AccountSid is empty.")];
        using var http = new ChannelHttp(ChannelHttp.SendTimeout);
        var twilio = new TwilioClient(settings.WhatsApp, http.Client, TimeProvider.System);
        try
        {
            var page = await twilio.ListMessagesAsync([new("To", settings.WhatsApp.FromAddress), new("PageSize", "1")], page: null, cancellationToken);
            return page is null
                ? [Finding.Bad("whatsapp", "Twilio does not take WhatsApp:AccountSid and WhatsApp:AuthToken. Copy both from its console.")]
                : [Finding.Good("whatsapp", "Twilio takes the account and its token."), .. Sender(settings, page), .. await ContentExam.LookAsync(settings.WhatsApp, http.Client, cancellationToken)];
        }
        catch (HttpRequestException)
        {
            return [Finding.Bad("whatsapp", $"Twilio does not answer. Check that this machine reaches {settings.WhatsApp.ApiUrl}.")];
        }
    }

    private static IEnumerable<Finding> Sender(ClaveBotSettings settings, TwilioPage page)
    {
        if (settings.WhatsApp.FromAddress.EndsWith(Sandbox, StringComparison.Ordinal))
            yield return Finding.Doubtful("whatsapp", "WhatsApp:From is Twilio's sandbox: only phones that joined it are answered, and each for three days.");
        if (page.Messages.Count == 0)
            yield return Finding.Doubtful("whatsapp", "nobody has ever written to this sender. Twilio's API does not tell its webhook: webhook info prints what to enter in the console.");
    }
}
