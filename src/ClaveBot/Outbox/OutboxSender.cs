using System.Threading.Channels;
using ClaveBot.Channels;
using ClaveBot.Redis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Channel = System.Threading.Channels.Channel;

namespace ClaveBot.Outbox;

/// <summary>
/// Sends what turns committed: each lane in order, under its lease, and many lanes at once, with workers apart for each route. What it
/// cannot finish, because it dies or the queue is full, the due loop of some instance takes up when the lease is over; what it has not
/// begun when it stops, it gives back.
/// </summary>
public sealed class OutboxSender : BackgroundService
{
    private const int AtOnce = 64;
    private const int QueueLength = 10_000;

    // A lane that waited longer in the queue is taken again before its first send, since its lease could end during it.
    private static readonly TimeSpan Fresh = LaneStore.Lease / 3;

    // Together with the web server's own patience they stay below the half minute after which orchestrators kill.
    private static readonly TimeSpan LastSends = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestSend = ChannelHttp.SendTimeout + TimeSpan.FromSeconds(2);

    private readonly Dictionary<Route, Channel<(LeasedLane Lane, long Since)>> _queues =
        Enum.GetValues<Route>().ToDictionary(route => route, _ => Channel.CreateBounded<(LeasedLane Lane, long Since)>(QueueLength));

    private readonly LaneSender _lanes;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxSender> _log;

    public OutboxSender(LaneSender lanes, OutboxMetrics metrics, TimeProvider time, ILogger<OutboxSender> log)
    {
        (_lanes, _time, _log) = (lanes, time, log);
        metrics.Observe(() => _queues.Select(queue => (queue.Key, queue.Value.Reader.Count)));
    }

    /// <summary>More waits for this route than this instance can keep; what it is handed now, the due loop has to take up later.</summary>
    public bool IsFull(Route route) => _queues[route].Reader.Count >= QueueLength;

    /// <summary>Hands over lanes that this instance has a lease on; never blocks.</summary>
    public void Enqueue(IEnumerable<LeasedLane> leased)
    {
        foreach (var lane in leased)
        {
            if (!_queues[lane.Route].Writer.TryWrite((lane, _time.GetTimestamp())))
                _log.QueueFull(lane.Route);
        }
    }

    /// <summary>
    /// Sends what waits for a few seconds more and gives the rest back. A send that has begun is finished, whatever the host's patience:
    /// cut off, it would be sent again by another instance, and the person would read it twice.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in _queues.Values)
            queue.Writer.TryComplete();
        if (ExecuteTask is { } work)
        {
            // On the wall's clock, as those who stop us are.
            await Task.WhenAny(work, Task.Delay(LastSends, TimeProvider.System, CancellationToken.None));
            _lanes.GiveBackTheRest();
            await Task.WhenAny(work, Task.Delay(LongestSend, TimeProvider.System, CancellationToken.None));
        }

        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        from queue in _queues.Values
        from worker in Enumerable.Range(0, AtOnce)
        select WorkAsync(queue.Reader, stoppingToken));

    private async Task WorkAsync(ChannelReader<(LeasedLane Lane, long Since)> queue, CancellationToken stoppingToken)
    {
        while (await queue.WaitToReadAsync(stoppingToken))
        {
            while (queue.TryRead(out var queued))
                await SendAsync(queued.Lane, queued.Since, othersWait: queue.Count > 0, stoppingToken);
        }
    }

    private async Task SendAsync(LeasedLane lane, long since, bool othersWait, CancellationToken stoppingToken)
    {
        try
        {
            await _lanes.SendAsync(lane, _time.GetElapsedTime(since) < Fresh, othersWait, stoppingToken);
        }
        catch (StoreUnavailableException)
        {
            _log.StoreAway();
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            _log.SendFailed(lane.Conversation, e.GetType().Name);
        }
    }
}
