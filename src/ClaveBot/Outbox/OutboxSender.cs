using System.Threading.Channels;
using ClaveBot.Redis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Outbox;

/// <summary>
/// Sends what turns committed: each lane in order, under its lease, and many lanes at once, with workers apart for each route. What it
/// cannot finish, because it stops, dies, or the queue is full, the due loop of some instance takes up when the lease is over.
/// </summary>
public sealed class OutboxSender : BackgroundService
{
    private const int AtOnce = 64;
    private const int QueueLength = 10_000;

    private readonly Dictionary<Route, Channel<LeasedLane>> _queues =
        Enum.GetValues<Route>().ToDictionary(route => route, _ => Channel.CreateBounded<LeasedLane>(QueueLength));

    private readonly LaneSender _lanes;
    private readonly ILogger<OutboxSender> _log;

    public OutboxSender(LaneSender lanes, OutboxMetrics metrics, ILogger<OutboxSender> log)
    {
        (_lanes, _log) = (lanes, log);
        metrics.Observe(() => _queues.Select(queue => (queue.Key, queue.Value.Reader.Count)));
    }

    /// <summary>Hands over lanes that this instance has a lease on; never blocks.</summary>
    public void Enqueue(IEnumerable<LeasedLane> leased)
    {
        foreach (var lane in leased)
        {
            if (!_queues[lane.Route].Writer.TryWrite(lane))
                _log.QueueFull(lane.Route);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_queues.Values.Select(queue => WorkAsync(queue.Reader, stoppingToken)));

    private Task WorkAsync(ChannelReader<LeasedLane> queue, CancellationToken stoppingToken) => Parallel.ForEachAsync(
        queue.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (lane, cancellationToken) =>
        {
            try
            {
                await _lanes.SendAsync(lane, othersWait: queue.Count > 0, cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                _log.StoreAway();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _log.SendFailed(lane.Conversation, e.GetType().Name);
            }
        });
}
