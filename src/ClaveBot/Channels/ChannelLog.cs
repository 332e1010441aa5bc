using Microsoft.Extensions.Logging;

namespace ClaveBot.Channels;

internal static partial class ChannelLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Telegram knows this bot as @{Username}")]
    public static partial void Introduced(this ILogger logger, string username);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Telegram did not tell the bot's name ({Reason}); asking again in {Delay}")]
    public static partial void NotIntroduced(this ILogger logger, string reason, TimeSpan delay);

    [LoggerMessage(EventId = 2010, Level = LogLevel.Information, Message = "Twilio has what WhatsApp's buttons and lists are made from; {Created} were created now")]
    public static partial void ContentReady(this ILogger logger, int created);

    [LoggerMessage(EventId = 2011, Level = LogLevel.Warning, Message = "Twilio's Content API refuses ({Reason}): WhatsApp shows numbered options in place of buttons. Allow the account the Content API, check WhatsApp:ContentApiUrl, or set WhatsApp:QuickReplies to false. It is asked again every hour")]
    public static partial void ContentRefused(this ILogger logger, string reason);

    [LoggerMessage(EventId = 2012, Level = LogLevel.Warning, Message = "Twilio's Content API does not answer: WhatsApp shows numbered options in place of buttons meanwhile. Check that this machine reaches {Url}")]
    public static partial void ContentAway(this ILogger logger, string url);

    [LoggerMessage(EventId = 2013, Level = LogLevel.Warning, Message = "Twilio does not take WhatsApp's buttons (error {Code}): the options were numbered in place of them. If this stays, set WhatsApp:QuickReplies to false")]
    public static partial void ButtonsRefused(this ILogger logger, int code);

    [LoggerMessage(EventId = 2014, Level = LogLevel.Error, Message = "Something was not said to a person who wrote nothing for 24 hours, since {Setting} is empty: have WhatsApp approve a template (docs/operating.md) and set its ContentSid. This is logged once")]
    public static partial void TemplateMissing(this ILogger logger, string setting);
}
