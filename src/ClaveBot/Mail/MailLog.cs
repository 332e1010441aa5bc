using Microsoft.Extensions.Logging;

namespace ClaveBot.Mail;

internal static partial class MailLog
{
    [LoggerMessage(LogLevel.Warning, "The mail server does not answer. Notices wait until it does: check Mail:Host and Mail:Port.")]
    public static partial void AwayAtStart(this ILogger log);
}
