using Microsoft.Extensions.Logging;

namespace ClaveBot.Conversation;

/// <summary>What turns log; never what somebody wrote.</summary>
internal static partial class ConversationLog
{
    [LoggerMessage(1002, LogLevel.Information, "{Answered} WhatsApp messages that came since {From} while nobody listened were taken from Twilio's list")]
    public static partial void MissedFetched(this ILogger log, int answered, DateTimeOffset from);

    [LoggerMessage(1003, LogLevel.Warning, "Missed WhatsApp messages were not fetched ({Exception}); again in {Delay}")]
    public static partial void MissedNotFetched(this ILogger log, string exception, TimeSpan delay);
}
