using System.Text.Json.Nodes;

namespace ClaveBot.Demo.Telegram;

/// <summary>What the Bot API answers: a result, or an error in its own shape (Bot API, "Making requests").</summary>
internal sealed record TelegramAnswer(int Status, JsonObject Body, int? RetryAfter = null)
{
    public static TelegramAnswer Ok(JsonNode result, string? description = null)
    {
        var body = new JsonObject { ["ok"] = true, ["result"] = result };
        if (description is not null)
            body["description"] = description;
        return new TelegramAnswer(StatusCodes.Status200OK, body);
    }

    public static TelegramAnswer Refused(int code, string description) =>
        new(code, new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description });

    public static TelegramAnswer BadRequest(string description) => Refused(StatusCodes.Status400BadRequest, "Bad Request: " + description);

    public static TelegramAnswer Blocked() => Refused(StatusCodes.Status403Forbidden, "Forbidden: bot was blocked by the user");

    public static TelegramAnswer Conflict(string description) => Refused(StatusCodes.Status409Conflict, "Conflict: " + description);

    public static TelegramAnswer TooMany(int seconds)
    {
        var refused = Refused(StatusCodes.Status429TooManyRequests, $"Too Many Requests: retry after {seconds}");
        refused.Body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        return refused with { RetryAfter = seconds };
    }

    public static TelegramAnswer Fault(int status, int? retryAfter) => status switch
    {
        StatusCodes.Status429TooManyRequests => TooMany(retryAfter ?? 1),
        StatusCodes.Status403Forbidden => Blocked(),
        _ => Refused(status, "Internal Server Error"),
    };
}
