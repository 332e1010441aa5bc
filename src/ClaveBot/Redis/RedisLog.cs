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

    public static void Replicas(this ILogger log, bool enough, int asked)
    {
        if (enough)
            log.EnoughReplicas(asked);
        else
            log.TooFewReplicas(asked);
    }

    [LoggerMessage(EventId = 4104, Level = LogLevel.Error, Message = "Fewer than {Asked} replicas have what is committed: webhooks answer 503. Check the replicas, or lower Redis:Replicas.")]
    private static partial void TooFewReplicas(this ILogger log, int asked);

    [LoggerMessage(EventId = 4105, Level = LogLevel.Information, Message = "{Asked} replicas have what is committed again.")]
    private static partial void EnoughReplicas(this ILogger log, int asked);
}
