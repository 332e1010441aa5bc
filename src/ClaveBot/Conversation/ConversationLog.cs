using ClaveBot.Channels;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Conversation;

/// <summary>What turns log; never what somebody wrote.</summary>
internal static partial class ConversationLog
{
    /// <summary>All that is kept of a message on which the bot itself broke.</summary>
    [LoggerMessage(1001, LogLevel.Error, "Message {Id} on {Channel} broke the bot ({Exception}, build {Build}): it was answered as one that cannot be read. Report this.")]
    public static partial void Parked(this ILogger log, string id, Channel channel, string exception, string build);
}
