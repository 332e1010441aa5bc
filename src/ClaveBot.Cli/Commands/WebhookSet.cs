using System.CommandLine;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Commands;

/// <summary><c>webhook set</c>: from now on Telegram delivers to this deployment.</summary>
internal static class WebhookSet
{
    public static Command Command() => TelegramCommand.Make(
        "set",
        "Tells Telegram to deliver to PublicUrl, with the secret of the settings. What waits is delivered then.",
        static telegram => telegram.Receive == TelegramReceive.Polling
            ? "Telegram:Receive is Polling: the host fetches its updates, and a webhook would stop that. Set it to Webhook first."
            : null,
        static (webhook, cancellationToken) => webhook.SetAsync(cancellationToken),
        static webhook => $"Telegram delivers to {webhook.Address}");
}
