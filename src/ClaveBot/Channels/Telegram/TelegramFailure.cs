using Telegram.Bot.Exceptions;

namespace ClaveBot.Channels.Telegram;

/// <summary>
/// What a failed request to the Bot API means. Reasons name codes only: Telegram's descriptions may quote the message, such as the
/// address of a button.
/// </summary>
public static class TelegramFailure
{
    public static SendResult Read(RequestException exception) => exception switch
    {
        ApiRequestException { ErrorCode: 429 } api => new SendResult.Retry(RetryAfter(api), "Telegram 429: too many requests"),
        ApiRequestException { ErrorCode: 401 or 404 } api => new SendResult.Retry(null, $"Telegram {api.ErrorCode}: the token is not accepted"),
        ApiRequestException { ErrorCode: >= 400 and < 500 and not (408 or 409) } api =>
            new SendResult.Undeliverable($"Telegram {api.ErrorCode}: {Kind(api.Message)}"),
        ApiRequestException api => new SendResult.Retry(RetryAfter(api), $"Telegram {api.ErrorCode}"),
        { HttpStatusCode: { } status } => new SendResult.Retry(null, $"Telegram answered HTTP {(int)status} with something else than its JSON"),
        { InnerException: OperationCanceledException } => new SendResult.Retry(null, "Telegram did not answer in time"),
        _ => new SendResult.Retry(null, "Telegram was not reached"),
    };

    private static TimeSpan? RetryAfter(ApiRequestException api) =>
        api.Parameters?.RetryAfter is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static string Kind(string description)
    {
        if (Has("chat not found")) return "chat not found";
        if (Has("blocked")) return "blocked by the person";
        if (Has("deactivated")) return "account deactivated";
        if (Has("kicked")) return "removed from the chat";
        return Has("BUTTON_URL") || Has("button URL") ? "the link's address is not accepted" : "refused";

        bool Has(string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
