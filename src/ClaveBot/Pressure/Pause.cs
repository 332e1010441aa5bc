namespace ClaveBot.Pressure;

/// <summary>Operators have stopped the service for a while.</summary>
/// <param name="Since">When it began; to the millisecond it is also the name of this pause.</param>
/// <param name="Until">When it ends by itself; null: when operators say so.</param>
public sealed record Pause(DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>What a record remembers of having told it.</summary>
    public long Id => Since.ToUnixTimeMilliseconds();

    public bool IsOver(DateTimeOffset now) => now >= Until;
}
