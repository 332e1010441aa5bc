using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>What the embedded directory tells operators; never who, never what.</summary>
internal static partial class SqliteLog
{
    [LoggerMessage(LogLevel.Error, "The embedded directory did not answer: {Error}")]
    public static partial void Away(ILogger logger, string error);

    [LoggerMessage(LogLevel.Error, "A change of clave failed: {Error} (while committing: {Committing})")]
    public static partial void NotWritten(ILogger logger, string error, bool committing);

    [LoggerMessage(LogLevel.Critical, "A change of clave was written, but could not be proven afterwards")]
    public static partial void NotProven(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Loaded {Count} people into the empty directory")]
    public static partial void Seeded(ILogger logger, int count);
}
