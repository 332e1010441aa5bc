namespace ClaveBot.Outbox;

/// <summary>How long to wait after a send that was not taken: 1, 2, 4 … seconds; and when to give it up.</summary>
internal static class Backoff
{
    // A person waits for a chat's answer, nobody for a mail.
    private static readonly TimeSpan LongestOfChat = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOfMail = TimeSpan.FromMinutes(5);

    /// <summary>
    /// For how long an item is tried. A chat's answer of yesterday says nothing to anybody, and WhatsApp takes none later than a day after
    /// the person's message; a notice that the clave was changed matters after a weekend's outage too.
    /// </summary>
    public static TimeSpan LongestTrying(Lane lane) => lane == Lane.Chat ? TimeSpan.FromHours(24) : TimeSpan.FromDays(3);

    /// <param name="tries">That failed before this one.</param>
    /// <param name="lane">What waits.</param>
    public static TimeSpan After(int tries, Lane lane)
    {
        var longest = lane == Lane.Chat ? LongestOfChat : LongestOfMail;
        var seconds = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(tries, 10)));
        return seconds < longest ? seconds : longest;
    }
}
