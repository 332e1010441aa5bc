using Microsoft.Extensions.Logging;

namespace ClaveBot.Webhooks;

internal static partial class Log
{
    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "WhatsApp message {Sid} is {Status}: error {Code}")]
    public static partial void WhatsAppFailure(this ILogger logger, string sid, string status, string code);

    [LoggerMessage(EventId = 3010, Level = LogLevel.Information, Message = "Telegram is polled")]
    public static partial void Polling(this ILogger logger);

    [LoggerMessage(EventId = 3011, Level = LogLevel.Warning, Message = "Telegram was not polled ({Reason}); again in {Delay}")]
    public static partial void NotPolled(this ILogger logger, string reason, TimeSpan delay);

    [LoggerMessage(EventId = 3012, Level = LogLevel.Error, Message = "Somebody else receives this bot's updates: delete its webhook (deleteWebhook) or stop the other poller; again in {Delay}")]
    public static partial void PolledElsewhere(this ILogger logger, TimeSpan delay);

    [LoggerMessage(EventId = 3013, Level = LogLevel.Warning, Message = "The store is away; update {Id} is tried again in {Delay}")]
    public static partial void StoreAway(this ILogger logger, string id, TimeSpan delay);

    [LoggerMessage(EventId = 3014, Level = LogLevel.Error, Message = "Update {Id} failed with {Type}; tried again in {Delay}")]
    public static partial void UpdateFailed(this ILogger logger, string id, string type, TimeSpan delay);

    [LoggerMessage(EventId = 3015, Level = LogLevel.Error, Message = "Update {Id} failed with {Type} too often; it is given up")]
    public static partial void UpdateGivenUp(this ILogger logger, string id, string type);
}
