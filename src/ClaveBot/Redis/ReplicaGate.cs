using System.Collections.Concurrent;
using System.Net;
using ClaveBot.Settings;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>
/// With <c>Redis:Replicas</c> above 0: holds back an acknowledgement until that many replicas have what was written. Without it a
/// failover forgets what the primary alone had. WAIT blocks the connection it comes on, so this has one of its own: a replica
/// that is away must hold up neither sending nor reading. See docs/decisions/0010-wait-before-the-200.md.
/// </summary>
public sealed class ReplicaGate(RedisSettings settings, ILogger<ReplicaGate> log) : IAsyncDisposable
{
    private readonly RedisConnection _redis = new(settings);
    private readonly ConcurrentDictionary<EndPoint, ReplicaRounds> _rounds = new();

    private bool _isShort;

    /// <summary>How long replicas are given. Twice this, for who just missed a round, and a commit before it are within a second.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(350);

    /// <summary>Returns once enough replicas have it; at once when none are asked for.</summary>
    /// <param name="key">What was written.</param>
    /// <param name="isThere">Reads whether the server that is asked still has it: another one may have taken over meanwhile.</param>
    /// <param name="life">The key's time to live, set anew: a write is what WAIT counts from.</param>
    /// <exception cref="StoreUnavailableException">Too few replicas have it, or nobody knows: it may be lost, so it must not be acknowledged.</exception>
    internal async Task ConfirmAsync(RedisKey key, Func<IDatabase, CommandFlags, Task<bool>> isThere, TimeSpan life)
    {
        if (settings.Replicas == 0)
            return;
        var confirmed = await _redis.RunAsync(db =>
        {
            var server = PrimaryOf(key, db.Multiplexer);
            var rounds = _rounds.GetOrAdd(server.EndPoint, _ => new(server, settings.Replicas, Patience));
            return rounds.JoinAsync(new(db, key, isThere, life));
        });
        if (confirmed == Interlocked.Exchange(ref _isShort, !confirmed))
            log.Replicas(confirmed, settings.Replicas);
        if (!confirmed)
            throw new StoreUnavailableException($"Fewer than {settings.Replicas} replicas have it. Check the replicas, or lower Redis:Replicas.");
    }

    private static IServer PrimaryOf(RedisKey key, IConnectionMultiplexer connection)
    {
        try
        {
            return connection.GetServer(key, flags: ReplicaRounds.Here);
        }
        catch (InvalidOperationException e)
        {
            throw new StoreUnavailableException("No Redis answers that takes writes.", e);
        }
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();
}
