using ClaveBot.Conversation;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Outbox;

/// <summary>What the outbox logs. A conversation's id is a keyed hash: it names nobody.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(1, LogLevel.Warning, "Redis is away: what is unsent waits. Check Redis:Configuration and the server.")]
    public static partial void StoreAway(this ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "The queue of unsent messages for {Route} is full: the due loop will take them up. Add instances if this lasts.")]
    public static partial void QueueFull(this ILogger log, Route route);

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

    [LoggerMessage(8, LogLevel.Warning, "Conversation {Conversation}: whether a message was sent is not known ({Reason}). It is tried again; where nobody can tell, it may come twice.")]
    public static partial void Unknown(this ILogger log, ConversationId conversation, string reason);

    [LoggerMessage(9, LogLevel.Warning, "{Route} refuses one chat after the other: nothing is sent there for {Pause}")]
    public static partial void RouteClosed(this ILogger log, Route route, TimeSpan pause);

    [LoggerMessage(10, LogLevel.Warning, "{Sent} WhatsApp messages were sent today; WhatsApp:DailyCap is {Cap}. Reminders wait for tomorrow. Raise the cap before it stops answers.")]
    public static partial void CapNear(this ILogger log, long sent, long cap);

    [LoggerMessage(11, LogLevel.Error, "WhatsApp:DailyCap of {Cap} messages is reached: answers wait for tomorrow. Raise the setting and restart to let them out; they are tried every 10 minutes.")]
    public static partial void CapReached(this ILogger log, long cap);

    [LoggerMessage(12, LogLevel.Error, "WhatsApp does not deliver what has buttons (error {Code}): those messages are lost. Set WhatsApp:QuickReplies to false and restart. This is logged once for each code.")]
    public static partial void ButtonsNotDelivered(this ILogger log, int code);
}
