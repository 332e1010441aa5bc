namespace ClaveBot.Outbox;

/// <summary>How long to wait after a send that was not taken: 1, 2, 4 … seconds.</summary>
internal static class Backoff
{
    // A person waits for a chat's answer, nobody for a mail.
    private static readonly TimeSpan LongestOfChat = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOfMail = TimeSpan.FromMinutes(5);

    /// <param name="tries">That failed before this one.</param>
    /// <param name="lane">What waits.</param>
    public static TimeSpan After(int tries, Lane lane)
    {
        var longest = lane == Lane.Chat ? LongestOfChat : LongestOfMail;
        var seconds = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(tries, 10)));
        return seconds < longest ? seconds : longest;
    }
}
