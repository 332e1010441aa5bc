using Telegram.Bot.Exceptions;

namespace ClaveBot.Channels.Telegram;

/// <summary>
/// What a failed request to the Bot API means. Reasons name codes only: Telegram's descriptions may quote the message, such as the
/// address of a button.
/// </summary>
public static class TelegramFailure
{
    private const string NotFound = "chat not found";
    private const string Blocked = "blocked by the person";
    private const string Deactivated = "account deactivated";
    private const string Kicked = "removed from the chat";

    public static SendResult Read(RequestException exception) => exception switch
    {
        ApiRequestException { ErrorCode: 429 } api => new SendResult.Retry(RetryAfter(api), "Telegram 429: too many requests"),
        ApiRequestException { ErrorCode: 401 or 404 } api => new SendResult.Retry(null, $"Telegram {api.ErrorCode}: the token is not accepted"),
        ApiRequestException { ErrorCode: >= 400 and < 500 and not (408 or 409) } api => Undeliverable(api),
        ApiRequestException api => new SendResult.Retry(RetryAfter(api), $"Telegram {api.ErrorCode}"),
        { HttpStatusCode: { } status } => new SendResult.Retry(null, $"Telegram answered HTTP {(int)status} with something else than its JSON", MayBeSent: true),
        { InnerException: OperationCanceledException } => new SendResult.Retry(null, "Telegram did not answer in time", MayBeSent: true),
        { InnerException: HttpRequestException { HttpRequestError: var error } } when ChannelHttp.NeverLeft(error) =>
            new SendResult.Retry(null, "Telegram was not reached"),
        _ => new SendResult.Retry(null, "Telegram hung up before its answer", MayBeSent: true),
    };

    /// <summary>What it means when a message was to be deleted: one that is not there is gone.</summary>
    public static SendResult ReadDeletion(RequestException exception) =>
        exception is ApiRequestException { ErrorCode: 400 } api && api.Message.Contains("message to delete not found", StringComparison.OrdinalIgnoreCase)
            ? new SendResult.Sent()
            : Read(exception);

    private static TimeSpan? RetryAfter(ApiRequestException api) =>
        api.Parameters?.RetryAfter is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static SendResult.Undeliverable Undeliverable(ApiRequestException api)
    {
        var kind = Kind(api.Message);
        return new SendResult.Undeliverable($"Telegram {api.ErrorCode}: {kind}", Unreachable: kind is Blocked or NotFound or Deactivated or Kicked);
    }

    private static string Kind(string description)
    {
        if (Has("chat not found")) return NotFound;
        if (Has("blocked")) return Blocked;
        if (Has("deactivated")) return Deactivated;
        if (Has("kicked")) return Kicked;
        if (Has("upgraded")) return "the group became a supergroup, with another id";
        return Has("BUTTON_URL") || Has("button URL") ? "the link's address is not accepted" : "refused";

        bool Has(string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
