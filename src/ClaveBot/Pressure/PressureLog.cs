using ClaveBot.Channels;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Pressure;

/// <summary>What is logged of messages that cannot be handled; never what somebody wrote.</summary>
internal static partial class PressureLog
{
    [LoggerMessage(4001, LogLevel.Error, "Message {Id} on {Channel} broke the bot ({Exception}, build {Build}): it is parked, and the person was told. Report this.")]
    public static partial void Parked(this ILogger log, string id, Channel channel, string exception, string build);

    [LoggerMessage(4002, LogLevel.Error, "Message {Id} on {Channel} failed with {Exception}; it may come again.")]
    public static partial void TurnFailed(this ILogger log, string id, Channel channel, string exception);
}
