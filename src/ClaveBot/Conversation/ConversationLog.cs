using ClaveBot.Channels;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Conversation;

/// <summary>What turns log; never what somebody wrote.</summary>
internal static partial class ConversationLog
{
    /// <summary>All that is kept of a message on which the bot itself broke.</summary>
    [LoggerMessage(1001, LogLevel.Error, "Message {Id} on {Channel} broke the bot ({Exception}, build {Build}): it was answered as one that cannot be read. Report this.")]
    public static partial void Parked(this ILogger log, string id, Channel channel, string exception, string build);

    [LoggerMessage(1002, LogLevel.Information, "{Answered} WhatsApp messages that came since {From} while nobody listened were taken from Twilio's list")]
    public static partial void MissedFetched(this ILogger log, int answered, DateTimeOffset from);

    [LoggerMessage(1003, LogLevel.Warning, "Missed WhatsApp messages were not fetched ({Exception}); again in {Delay}")]
    public static partial void MissedNotFetched(this ILogger log, string exception, TimeSpan delay);
}
