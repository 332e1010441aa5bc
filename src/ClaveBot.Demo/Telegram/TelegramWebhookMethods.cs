using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Telegram;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo.</summary>
internal sealed partial class TelegramWebhookMethods(TelegramDelivery delivery, TelegramUpdates updates, Observed<DeliveryAttempt> attempts)
{
    public async Task<TelegramAnswer> SetAsync(TelegramCall call)
    {
        var url = call.Text("url");
        if (url.Length == 0)
            return await DeleteAsync(call);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsTaken(address))
            return TelegramAnswer.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        var secret = call.Text("secret_token");
        if (secret.Length > 0 && !Secret().IsMatch(secret))
            return TelegramAnswer.BadRequest("secret token contains unallowed characters");
        Drop(call);
        await delivery.UseAsync(new TelegramWebhook(address, secret, Allowed(call)));
        return TelegramAnswer.Ok(JsonValue.Create(true), "Webhook was set");
    }

    public async Task<TelegramAnswer> DeleteAsync(TelegramCall call)
    {
        var was = delivery.Webhook;
        Drop(call);
        await delivery.UseAsync(null);
        return TelegramAnswer.Ok(JsonValue.Create(true), was is null ? "Webhook is already deleted" : "Webhook was deleted");
    }

    public TelegramAnswer Info()
    {
        var info = new JsonObject
        {
            ["url"] = delivery.Webhook?.Url.OriginalString ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = updates.Pending.Count,
            ["max_connections"] = 40,
        };
        if (attempts.All.LastOrDefault(attempt => !attempt.Taken) is { } failed)
        {
            info["last_error_date"] = TelegramJson.Date(failed.At);
            info["last_error_message"] = failed.Status is { } status
                ? $"Wrong response from the webhook: {(int)status}"
                : "Connection timed out";
        }

        return TelegramAnswer.Ok(info);
    }

    /// <summary>The real server takes https alone; loopback is let through, because the demo has no certificate.</summary>
    private static bool IsTaken(Uri address) => address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback);

    /// <summary>Unset keeps what was set before.</summary>
    private HashSet<string> Allowed(TelegramCall call) => call.Node("allowed_updates") is JsonArray kinds
        ? kinds.Select(kind => kind!.ToString()).ToHashSet(StringComparer.Ordinal)
        : [.. delivery.Webhook?.Allowed ?? new HashSet<string>(StringComparer.Ordinal)];

    private void Drop(TelegramCall call)
    {
        if (call.Flag("drop_pending_updates"))
            updates.Clear();
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}
