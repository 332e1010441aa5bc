namespace ClaveBot.Channels;

/// <summary>How long to wait before the next try: 1 s, then twice as long each time, 60 s at most.</summary>
public sealed class Backoff
{
    private const int LongestStep = 6;

    private int failures;

    /// <summary>The next wait, counting one more failure.</summary>
    public TimeSpan Next() => TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(failures++, LongestStep)));

    /// <summary>After a success: the next wait is short again.</summary>
    public void Reset() => failures = 0;
}
