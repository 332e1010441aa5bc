using ClaveBot.Channels;
using ClaveBot.Reminders;
using ClaveBot.Settings;

namespace ClaveBot.Outbox;

/// <summary>What may hold a send back although the other side would take it: the budget of bulk, its quiet hours, and WhatsApp's daily cap.</summary>
public sealed class SendLimits(BulkBudget budget, DailyCap cap, ClaveBotSettings settings, TimeProvider time)
{
    private readonly QuietHours _quiet = QuietHours.Of(settings);

    private static readonly TimeSpan LetPass = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Null: send it now. Else how long to wait. An answer on Telegram asks nobody.</summary>
    /// <param name="lane">Where it waits.</param>
    /// <param name="item">The item.</param>
    /// <param name="othersWait">Other lanes of this route wait for a worker.</param>
    public ValueTask<TimeSpan?> WaitAsync(LeasedLane lane, UnsentItem item, bool othersWait) =>
        item.IsBulk ? WaitOfBulkAsync(lane, othersWait)
        : item.IsMessage ? new(Cap(lane, Priority.Answer))
        : default;

    /// <summary>What was reserved is given back unless it was sent.</summary>
    public void Settle(Route route, UnsentItem item, SendResult result)
    {
        if (route == Route.WhatsApp && item.IsMessage && result is not SendResult.Sent)
            cap.GiveBack();
    }

    /// <summary>The day on which a send counts; null when nobody counts.</summary>
    public DateOnly? CountsOn(Route route, UnsentItem item) => route == Route.WhatsApp && item.IsMessage ? cap.Today : null;

    private async ValueTask<TimeSpan?> WaitOfBulkAsync(LeasedLane lane, bool othersWait)
    {
        // What was committed in the evening and had to wait would come at night.
        if (_quiet.Next(time.GetUtcNow()) - time.GetUtcNow() is { Ticks: > 0 } night)
            return night + Spread(lane);
        if (othersWait)
            return LetPass + Spread(lane);
        return await budget.TakeAsync(lane.Route) is { } wait ? wait + Spread(lane) : Cap(lane, Priority.Bulk);
    }

    private TimeSpan? Cap(LeasedLane lane, Priority priority) => lane.Route == Route.WhatsApp ? cap.Reserve(priority) : null;

    // Of thousands that wait, not all ask again at once.
    private static TimeSpan Spread(LeasedLane lane) => Longest * (lane.Conversation.Shard / 256.0);
}
