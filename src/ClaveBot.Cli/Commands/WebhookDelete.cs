using System.CommandLine;

namespace ClaveBot.Cli.Commands;

/// <summary><c>webhook delete</c>: Telegram delivers nowhere, and what people write waits there for up to 24 hours.</summary>
internal static class WebhookDelete
{
    public static Command Command() => TelegramCommand.Make(
        "delete",
        "Tells Telegram to deliver nowhere, as before polling. What people write waits at Telegram, for 24 hours at most.",
        static _ => null,
        static (webhook, cancellationToken) => webhook.DeleteAsync(cancellationToken),
        static _ => "Telegram delivers nowhere.");
}
