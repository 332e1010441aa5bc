using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Webhooks;

/// <summary>
/// How many posts of one messenger this instance works on at once. A few more wait, in order; beyond, and while more waits to be sent
/// than an instance can keep, a post is refused at once and the messenger keeps its message. Each messenger has its own, so that
/// whoever floods one address does not close the other.
/// </summary>
internal sealed class WorkLimit : IDisposable
{
    /// <summary>Each takes two trips to Redis, which answers tens of thousands a second: more at once would only wait there.</summary>
    public const int AtOnce = 256;

    /// <summary>At a second a turn, the worst that Redis' time-outs allow, the last of them waits two.</summary>
    public const int Waiting = 512;

    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = AtOnce,
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly TurnHandler _turns;
    private readonly Channel _messenger;
    private readonly Counter<long> _refused;
    private readonly KeyValuePair<string, object?> _channel;

    public WorkLimit(Channel channel, TurnHandler turns, WebhookMetrics metrics)
    {
        _turns = turns;
        _messenger = channel;
        _refused = metrics.Refused;
        _channel = new("channel", channel.ToString());
    }

    public Measurement<long> InProgress => new(AtOnce - _limiter.GetStatistics()!.CurrentAvailablePermits, _channel);

    public Measurement<long> InLine => new(_limiter.GetStatistics()!.CurrentQueuedCount, _channel);

    /// <summary>True: go on; the place is given back when the request is answered. False: the answer is 503, asking to come again.</summary>
    public async ValueTask<bool> EnterAsync(HttpContext context)
    {
        var lease = _turns.IsBacklogged(_messenger) ? null : await TakeAsync(context.RequestAborted);
        if (lease is { IsAcquired: true })
        {
            context.Response.RegisterForDispose(lease);
            return true;
        }

        _refused.Add(1, _channel);
        context.Response.Headers.RetryAfter = StoreAwayFilterAttribute.RetryAfter;
        return false;
    }

    public void Dispose() => _limiter.Dispose();

    // Null: whoever asked hung up while waiting.
    private async ValueTask<RateLimitLease?> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _limiter.AcquireAsync(1, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
