using Microsoft.Extensions.Logging;

namespace ClaveBot.Audit;

internal static partial class AuditLog
{
    [LoggerMessage(5101, LogLevel.Critical, "The head of the audit was altered by somebody without the key. It goes on with a line that says so. Run: audit verify")]
    public static partial void AuditAltered(this ILogger log);
}
