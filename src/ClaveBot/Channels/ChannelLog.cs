using Microsoft.Extensions.Logging;

namespace ClaveBot.Channels;

internal static partial class ChannelLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Telegram knows this bot as @{Username}")]
    public static partial void Introduced(this ILogger logger, string username);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Telegram did not tell the bot's name ({Reason}); asking again in {Delay}")]
    public static partial void NotIntroduced(this ILogger logger, string reason, TimeSpan delay);
}
