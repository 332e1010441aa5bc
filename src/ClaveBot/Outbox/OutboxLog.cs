using ClaveBot.Conversation;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Outbox;

/// <summary>What the outbox logs. A conversation's id is a keyed hash: it names nobody.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(1, LogLevel.Warning, "Redis is away: what is unsent waits. Check Redis:Configuration and the server.")]
    public static partial void StoreAway(this ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "The queue of unsent messages is full: the due loop will take them up. Add instances if this lasts.")]
    public static partial void QueueFull(this ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "Conversation {Conversation}: sending is postponed: {Reason}")]
    public static partial void SendPostponed(this ILogger log, ConversationId conversation, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Conversation {Conversation}: a message was given up: {Reason}")]
    public static partial void Undeliverable(this ILogger log, ConversationId conversation, string reason);

    [LoggerMessage(5, LogLevel.Error, "Conversation {Conversation}: sending failed with {Exception}; it is tried again.")]
    public static partial void SendFailed(this ILogger log, ConversationId conversation, string exception);

    [LoggerMessage(6, LogLevel.Error, "Conversation {Conversation}: a due entry failed with {Exception}; it is tried again in a minute.")]
    public static partial void DueFailed(this ILogger log, ConversationId conversation, string exception);

    [LoggerMessage(7, LogLevel.Error, "Looking for what is due failed with {Exception}; it goes on in a second.")]
    public static partial void SweepFailed(this ILogger log, string exception);
}
