using System.CommandLine;
using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Commands;

/// <summary><c>webhook info</c>: what Telegram knows, and what to enter at Twilio. Changes nothing.</summary>
internal static class WebhookInfo
{
    // Three more tries on 5xx, on connect and on read time-outs; without it Twilio repeats nothing that the host refused.
    private const string Retries = "#rc=3&rp=5xx,ct,rt";

    public static Command Command()
    {
        var source = new HostSettings();
        var command = new Command("info", "Says where Telegram delivers and what waits there, and what to enter at Twilio for WhatsApp.") { source.File };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (source.Read(parsed) is not { } settings)
                return 1;
            var output = parsed.InvocationConfiguration.Output;
            if (settings.WhatsApp.IsOn)
                await output.WriteLineAsync(WhatsApp(settings));
            if (!settings.Telegram.IsOn)
                return 0;
            using var http = new ChannelHttp(ChannelHttp.SendTimeout);
            var webhook = new TelegramWebhook(settings, http.Client);
            var (status, problem) = await webhook.LookAsync(cancellationToken);
            if (status is not null)
                await output.WriteLineAsync(Telegram(status, webhook.Address, settings.Telegram.Receive));
            else
                await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
            return status is null ? 1 : 0;
        });
        return command;
    }

    private static string WhatsApp(ClaveBotSettings settings) => $"""
        WhatsApp: in Twilio's console open Messaging > Senders > WhatsApp senders > {settings.WhatsApp.FromAddress} and enter
          Webhook URL for incoming messages (HTTP POST)
            {settings.PublicAddress("/webhooks/whatsapp" + Retries)}
          Status callback URL: leave it empty. Each message says where to tell what became of it:
            {settings.PublicAddress(StatusCallback.Path)}
          Buttons and lists: {(settings.WhatsApp.QuickReplies ? "the host makes what they need in Twilio's Content API when it starts" : "off, WhatsApp:QuickReplies is false")}
          Templates for what is said after 24 hours: {Templates(settings.WhatsApp)}
          doctor asks Twilio about both.
        """;

    private static string Templates(WhatsAppSettings settings) =>
        string.Join(", ", settings.ApprovedTemplates.Where(template => template.Sid.Length > 0).Select(template => template.Key)) is { Length: > 0 } set ? set : "none is set";

    private static string Telegram(TelegramWebhookStatus status, Uri address, TelegramReceive receive) => string.Create(CultureInfo.InvariantCulture, $"""
        Telegram: {Delivery(status.Url, address, receive)}
          Waiting: {status.Waiting}
          Last failed delivery: {(status.LastErrorAt is { } at ? $"{at:yyyy-MM-dd HH:mm:ss} UTC, {status.LastError}" : "none")}
        """);

    private static string Delivery(string url, Uri address, TelegramReceive receive) => (receive, url) switch
    {
        (TelegramReceive.Polling, "") => "delivers nowhere, and the host polls.",
        (TelegramReceive.Polling, _) => $"delivers to {url}, so polling gets nothing. Run: webhook delete",
        (_, "") => "delivers nowhere. Run: webhook set",
        _ when url == address.AbsoluteUri => $"delivers to {url}",
        _ => $"delivers to {url} and not to {address}. Run: webhook set",
    };
}
