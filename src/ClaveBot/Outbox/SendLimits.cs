using ClaveBot.Channels;

namespace ClaveBot.Outbox;

/// <summary>What may hold a send back although the other side would take it: the budget of bulk, and WhatsApp's daily cap.</summary>
public sealed class SendLimits(BulkBudget budget, DailyCap cap)
{
    private static readonly TimeSpan LetPass = TimeSpan.FromSeconds(1);

    /// <summary>Null: send it now. Else how long to wait. An answer on Telegram asks nobody.</summary>
    /// <param name="route">Where it goes.</param>
    /// <param name="item">The item.</param>
    /// <param name="othersWait">Other lanes of this route wait for a worker.</param>
    public async Task<TimeSpan?> WaitAsync(Route route, UnsentItem item, bool othersWait)
    {
        if (item.IsBulk && othersWait)
            return LetPass;
        if (item.IsBulk && await budget.TakeAsync(route) is { } wait)
            return wait;
        return route == Route.WhatsApp ? cap.Reserve(item.IsBulk ? Priority.Bulk : Priority.Answer) : null;
    }

    /// <summary>What was reserved is given back unless it was sent.</summary>
    public void Settle(Route route, SendResult result)
    {
        if (route == Route.WhatsApp && result is not SendResult.Sent)
            cap.GiveBack();
    }

    /// <summary>The day on which a send counts; null when nobody counts.</summary>
    public DateOnly? CountsOn(Route route) => route == Route.WhatsApp ? cap.Today : null;
}
