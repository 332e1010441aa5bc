using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Handoff;
using ClaveBot.Redis;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Outbox;

/// <summary>Sends one lane: item after item, until it is empty, has to wait, or is lost to another sender.</summary>
public sealed class LaneSender(
    LaneStore lanes, Delivery delivery, CaseEvents cases, SendLimits limits, Reachability reachability, OutboxMetrics metrics, TimeProvider time, ILogger<LaneSender> log,
    TelegramKeyboards? keyboards = null)
{
    private readonly Dictionary<Route, RouteGate> _gates = Enum.GetValues<Route>().ToDictionary(route => route, _ => new RouteGate(time));

    // One of few, as the reasons of the senders are: it is a label of a metric.
    private const string NotTaken = "not taken for too long";

    private volatile bool _givesBack;

    /// <summary>Sends what the lane holds.</summary>
    /// <param name="leased">A lane that this instance holds, or should take.</param>
    /// <param name="isFresh">Its lease is surely not over yet.</param>
    /// <param name="othersWait">Other lanes wait for a worker: bulk lets them pass.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    public async Task SendAsync(LeasedLane leased, bool isFresh, bool othersWait, CancellationToken cancellationToken)
    {
        var lane = leased.Items is not null && isFresh
            ? leased
            : await lanes.TakeAsync(leased.Conversation, leased.Lane, leased.Items is null ? null : leased.Lease);
        while (lane is { Next: { } item } && !_givesBack)
            lane = await SendAsync(lane, item, othersWait, cancellationToken);
        if (lane is { Next: not null })
            await lanes.GiveBackAsync(lane);
    }

    /// <summary>The host stops: from now on a lane is given back, for any instance to take up at once, and none is begun.</summary>
    public void GiveBackTheRest() => _givesBack = true;

    /// <summary>The lane with what is left to send now; null when it was given back or lost.</summary>
    private async Task<LeasedLane?> SendAsync(LeasedLane lane, UnsentItem item, bool othersWait, CancellationToken cancellationToken)
    {
        var gate = _gates[lane.Route];
        if (gate.ClosedFor is { } closed)
            return await WaitAsync(lane, closed, new(InQuestion: InQuestion(lane, item)));
        if (await limits.WaitAsync(lane, item, othersWait) is { } wait)
            return await WaitAsync(lane, wait, new(LetsAnswersPass: item.IsBulk, InQuestion: InQuestion(lane, item)));

        var began = time.GetUtcNow();
        if (lane.InQuestion is { Order: null })
            NoteUnknown(lane, "its sender died");
        var result = await DeliverAsync(lane, item, cancellationToken);
        limits.Settle(lane.Route, item, result);
        switch (result)
        {
            case SendResult.Sent sent:
                gate.Taken();
                metrics.Sent(lane.Route);
                return await MarkAsync(lane, item, sent.Id, limits.CountsOn(lane.Route, item));

            case SendResult.Undeliverable undeliverable:
                if (undeliverable.Unreachable)
                    await reachability.LostAsync(lane.Conversation, began);
                return await GiveUpAsync(lane, item, undeliverable.Reason, undeliverable.Unreachable ? CaseEventKind.Unreachable : CaseEventKind.NotDelivered);

            case SendResult.Retry when began - lane.FailingSince > Backoff.LongestTrying(lane.Lane):
                return await GiveUpAsync(lane, item, NotTaken, CaseEventKind.NotDelivered);

            case SendResult.Retry retry:
                log.SendPostponed(lane.Conversation, retry.Reason);
                metrics.Postponed(lane.Route);
                if (gate.Refused(lane.Conversation, retry.After))
                    log.RouteClosed(lane.Route, gate.ClosedFor ?? TimeSpan.Zero);
                if (retry.MayBeSent && lane.InQuestion is null)
                    NoteUnknown(lane, retry.Reason);
                var question = InQuestion(lane, item) ?? (retry.MayBeSent ? new(began, item.Order) : null);
                return await WaitAsync(lane, retry.After ?? Backoff.After(lane.Tries, lane.Lane), new(IsFailure: true, InQuestion: question));

            default:
                throw new InvalidOperationException("An unknown kind of result.");
        }
    }

    private async Task<SendResult> DeliverAsync(LeasedLane lane, UnsentItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await delivery.DeliverAsync(lane, item, cancellationToken);
        }
        // What breaks on one item breaks on it again: it waits and ends as what is refused does, in place of coming back at every lease's end.
        catch (Exception exception) when (exception is not (StoreUnavailableException or OperationCanceledException))
        {
            log.SendFailed(lane.Conversation, exception.GetType().Name);
            return new SendResult.Retry(null, "the bot itself failed", MayBeSent: true);
        }
    }

    private async Task<LeasedLane?> GiveUpAsync(LeasedLane lane, UnsentItem item, string reason, CaseEventKind why)
    {
        // Told before it is marked: who dies in between tells again, and that has no effect.
        if (item.Item is OutboxItem.Message { About: { } about })
            await cases.LostAsync(lane.Conversation, item.Order, about, why, CancellationToken.None);
        log.Undeliverable(lane.Conversation, reason);
        metrics.Undeliverable(lane.Route, reason);
        return await MarkAsync(lane, item, 0, null);
    }

    private async Task<LeasedLane?> MarkAsync(LeasedLane lane, UnsentItem item, long id, DateOnly? day)
    {
        var message = item.Item as OutboxItem.Message;
        if (await lanes.SentAsync(lane, item, new(message?.Link, id, day)) is not { } marked)
            return null;
        if (message is { EndsStep: true } && marked.Before != 0 && lane.Route == Route.Telegram)
            keyboards?.Remove(message.Value.To, marked.Before);
        return lane with { Items = marked.Left, Tries = 0, InQuestion = null, FailingSince = null, LastSent = id == 0 ? lane.LastSent : id };
    }

    private async Task<LeasedLane?> WaitAsync(LeasedLane lane, TimeSpan wait, Postponement why)
    {
        await lanes.PostponeAsync(lane, wait, why);
        return null;
    }

    private void NoteUnknown(LeasedLane lane, string reason)
    {
        log.Unknown(lane.Conversation, reason);
        metrics.Unknown(lane.Route);
    }

    private static SendInQuestion? InQuestion(LeasedLane lane, UnsentItem item) =>
        lane.InQuestion is { } question ? question with { Order = item.Order } : null;
}
