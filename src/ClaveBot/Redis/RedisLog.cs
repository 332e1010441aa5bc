using Microsoft.Extensions.Logging;

namespace ClaveBot.Redis;

internal static partial class RedisLog
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "Redis is away at the start: webhooks answer 503 until it is there. Check Redis:Configuration and the server.")]
    public static partial void AwayAtStart(this ILogger log);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Warning, Message = "{Warning}")]
    public static partial void Doubtful(this ILogger log, string warning);

    [LoggerMessage(EventId = 4103, Level = LogLevel.Critical, Message = "Not ready: {Problem}")]
    public static partial void Unfit(this ILogger log, string problem);
}
