using System.Threading.Channels;
using ClaveBot.Channels;
using ClaveBot.Mail;
using ClaveBot.Redis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Outbox;

/// <summary>
/// Sends what turns committed: each lane in order, under its lease, and many lanes at once. What it cannot finish, because it dies or
/// the queue is full, the due loop of some instance takes up when the lease is over; what it has not begun when it stops, it gives back.
/// </summary>
public sealed class OutboxSender(
    LaneStore lanes, IEnumerable<IChannelSender> senders, ILogger<OutboxSender> log, TimeProvider time, IMailer? mailer = null) : BackgroundService
{
    private const int AtOnce = 64;
    private const int QueueLength = 10_000;

    // Together with the web server's own patience they stay below the half minute after which orchestrators kill.
    private static readonly TimeSpan LastSends = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestSend = ChannelHttp.SendTimeout + TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Heartbeat = LaneStore.Lease / 3;

    private readonly Channel<(LeasedLane Lane, long Since)> _queue =
        System.Threading.Channels.Channel.CreateBounded<(LeasedLane Lane, long Since)>(QueueLength);

    private volatile bool _givesBack;

    private readonly Dictionary<Channels.Channel, IChannelSender> _senders = senders.ToDictionary(sender => sender.Channel);

    /// <summary>More waits to be sent than this instance can keep; what it is handed now, the due loop has to take up later.</summary>
    public bool IsFull => _queue.Reader.Count >= QueueLength;

    /// <summary>Hands over lanes that this instance has a lease on; never blocks.</summary>
    public void Enqueue(IEnumerable<LeasedLane> leased)
    {
        foreach (var lane in leased)
        {
            if (!_queue.Writer.TryWrite((lane, time.GetTimestamp())))
                log.QueueFull();
        }
    }

    /// <summary>
    /// Sends what waits for a few seconds more and gives the rest back. A send that has begun is finished, whatever the host's patience:
    /// cut off, it would be sent again by another instance, and the person would read it twice.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } work)
        {
            // On the wall's clock, as those who stop us are.
            await Task.WhenAny(work, Task.Delay(LastSends, TimeProvider.System, CancellationToken.None));
            _givesBack = true;
            await Task.WhenAny(work, Task.Delay(LongestSend, TimeProvider.System, CancellationToken.None));
        }

        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _queue.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (queued, cancellationToken) =>
        {
            var (lane, since) = queued;
            try
            {
                await SendAsync(lane, since, cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                log.StoreAway();
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                log.SendFailed(lane.Conversation, e.GetType().Name);
            }
        });

    private async Task SendAsync(LeasedLane lane, long since, CancellationToken cancellationToken)
    {
        // After a wait in the queue the lease may be over: the lane is taken again, or left to whoever took it meanwhile.
        var fresh = time.GetElapsedTime(since) < Heartbeat ? lane.Items : null;
        var items = fresh ?? (await lanes.TakeAsync(lane.Conversation, lane.Lane, lane.Lease))?.Items;
        var tries = lane.Tries;
        while (items is [var first, ..])
        {
            if (_givesBack)
            {
                await lanes.GiveBackAsync(lane);
                return;
            }

            switch (await DeliverAsync(lane, first.Item, cancellationToken))
            {
                case SendResult.Retry retry:
                    log.SendPostponed(lane.Conversation, retry.Reason);
                    await lanes.PostponeAsync(lane, retry.After ?? Backoff.After(tries));
                    return;
                case SendResult.Undeliverable undeliverable:
                    log.Undeliverable(lane.Conversation, undeliverable.Reason);
                    break;
            }

            items = await lanes.SentAsync(lane, first, (first.Item as OutboxItem.Message)?.Link);
            tries = 0;
        }
    }

    // A lease is short, so that a crash holds a chat up only shortly; whoever is alive and slow renews it.
    private async Task<SendResult> DeliverAsync(LeasedLane lane, OutboxItem item, CancellationToken cancellationToken)
    {
        var sending = DeliverAsync(item, cancellationToken);
        while (true)
        {
            try
            {
                // On the wall's clock, as the lease is on Redis'.
                return await sending.WaitAsync(Heartbeat, TimeProvider.System, cancellationToken);
            }
            catch (TimeoutException) when (!sending.IsCompleted)
            {
                await lanes.RenewAsync(lane);
            }
        }
    }

    private async Task<SendResult> DeliverAsync(OutboxItem item, CancellationToken cancellationToken) => item switch
    {
        OutboxItem.Message { Value: var message } when _senders.TryGetValue(message.To.Channel, out var sender) =>
            await sender.SendAsync(message, cancellationToken),
        OutboxItem.Notice { Value: var mail } when mailer is not null => await mailer.SendAsync(mail, cancellationToken),
        _ => new SendResult.Undeliverable("that channel is off in the settings"),
    };
}
