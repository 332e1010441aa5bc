using System.Text.Json.Nodes;

namespace ClaveBot.Demo.Telegram;

/// <summary>Where updates go (Bot API, setWebhook).</summary>
internal sealed record TelegramWebhook(Uri Url, string SecretToken, IReadOnlySet<string> Allowed)
{
    public bool Wants(JsonObject update) => Allowed.Count == 0 || update.Any(field => Allowed.Contains(field.Key));
}
