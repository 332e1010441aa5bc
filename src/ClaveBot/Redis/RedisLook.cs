using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>What the operators' commands ask of Redis; nothing of it changes anything.</summary>
internal static class RedisLook
{
    /// <summary>What Redis holds to be the time.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public static async Task<DateTimeOffset> ClockAsync(this RedisConnection redis)
    {
        var time = await redis.RunAsync(db => Primaries(db)[0].TimeAsync());
        return new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
    }

    /// <summary>How many replicas the primary with the fewest has.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public static Task<int> ReplicasAsync(this RedisConnection redis) => redis.RunAsync(async db =>
    {
        var counts = await Task.WhenAll(Primaries(db).Select(async server => await server.RoleAsync() is Role.Master master ? master.Replicas.Count : 0));
        return counts.Min();
    });

    /// <summary>The keys that match, of all primaries.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public static Task<IReadOnlyList<RedisKey>> KeysAsync(this RedisConnection redis, string pattern) => redis.RunAsync(async db =>
    {
        var found = new HashSet<RedisKey>();
        foreach (var server in Primaries(db))
        {
            await foreach (var key in server.KeysAsync(pattern: pattern))
                found.Add(key);
        }

        return (IReadOnlyList<RedisKey>)[.. found];
    });

    private static IServer[] Primaries(IDatabase db) =>
        db.Multiplexer.GetServers().Where(server => server.IsConnected && !server.IsReplica).ToArray() is { Length: > 0 } primaries
            ? primaries
            : throw new StoreUnavailableException("No Redis answers that takes writes. Check Redis:Configuration and that the server runs.");
}
