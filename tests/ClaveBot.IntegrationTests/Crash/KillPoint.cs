namespace ClaveBot.IntegrationTests.Crash;

/// <summary>A moment in the life of a turn at which the process is killed, as it is seen from outside.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Seam">Which wire shows it.</param>
/// <param name="What">Store: the script; null: any moment.</param>
/// <param name="After">After the other side did it and before the host hears so; else before the other side sees it.</param>
internal sealed record KillPoint(string Name, Seam Seam, string What = "", bool After = false)
{
    public static IReadOnlyList<KillPoint> All { get; } =
    [
        new("at any moment", Seam.Anywhere),
        new("before the commit", Seam.Store, "commit"),
        new("committed, before the 200", Seam.Store, "commit", After: true),
        new("200 given, before the messenger hears it", Seam.Webhook, "200", After: true),
        new("before the send", Seam.Messenger, "send"),
        new("accepted by the messenger, not heard", Seam.Messenger, "send", After: true),
        new("sent, before it is marked", Seam.Store, "sent"),
        new("marked as sent, not heard", Seam.Store, "sent", After: true),
        new("before a send is postponed", Seam.Store, "postpone"),
        new("a send is postponed, not heard", Seam.Store, "postpone", After: true),
        new("due sweep, before a lane is taken", Seam.Store, "take"),
        new("due sweep, a lane is taken, not heard", Seam.Store, "take", After: true),
        new("before a link is claimed", Seam.Store, "claim"),
        new("a link is claimed, not heard", Seam.Store, "claim", After: true),
        new("before the step to changing", Seam.Store, "change"),
        new("changing, before the directory", Seam.Store, "change", After: true),
    ];

    /// <summary>Reached only when somebody opens a link.</summary>
    public bool NeedsLinks => What is "claim" or "change";

    /// <summary>Reached only when the messenger asked to wait.</summary>
    public bool NeedsPostponing => What is "postpone" or "take";
}

/// <summary>A wire of the host.</summary>
internal enum Seam
{
    Anywhere,
    Store,
    Messenger,
    Webhook,
}
