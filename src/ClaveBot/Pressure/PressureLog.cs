using ClaveBot.Channels;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Pressure;

/// <summary>What is logged of messages that cannot be handled: where it broke, and never the exception's message, which could quote what somebody wrote.</summary>
internal static partial class PressureLog
{
    [LoggerMessage(4001, LogLevel.Error, "Message {Id} on {Channel} broke the bot ({Exception}, build {Build}): it is parked, and the person was told. Report this.{Stack}")]
    public static partial void Parked(this ILogger log, string id, Channel channel, string exception, string build, string stack);

    [LoggerMessage(4002, LogLevel.Error, "Message {Id} on {Channel} failed with {Exception}; it may come again.{Stack}")]
    public static partial void TurnFailed(this ILogger log, string id, Channel channel, string exception, string stack);
}
