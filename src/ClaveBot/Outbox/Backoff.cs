namespace ClaveBot.Outbox;

/// <summary>How long to wait after a send that was not taken: 1, 2, 4 … seconds, at most 5 minutes.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TimeSpan After(int tries)
    {
        var seconds = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(tries, 10)));
        return seconds < Longest ? seconds : Longest;
    }
}
