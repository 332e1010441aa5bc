using ClaveBot.Redis;
using StackExchange.Redis;

namespace ClaveBot.Limits;

/// <summary>The counters in Redis, shared by all instances. A use is counted before what it is for begins, and given back when it was none.</summary>
public sealed class Limiter(RedisConnection redis, TimeProvider time, LimitMetrics? metrics = null)
{
    /// <summary>Counts one use of all these limits of one subject; null, and nothing counted, when one of them is full.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<LimitUse?> TryUseAsync(LimitSubject subject, IReadOnlyList<Limit> limits)
    {
        RedisValue[] arguments = [
            time.GetUtcNow().ToUnixTimeMilliseconds(), subject.Holder,
            .. limits.SelectMany(limit => new RedisValue[] { limit.Max, (long)limit.Window.TotalMilliseconds }),
        ];
        var answer = (long[])(await redis.RunAsync(
            Script.Limit, Keys(subject, limits), arguments))!;
        if (answer is [< 0 and var full])
        {
            metrics?.Refused(limits[(int)-full - 1]);
            return null;
        }

        foreach (var limit in limits)
            metrics?.Used(limit);
        return new(subject, limits, answer);
    }

    /// <summary>It was no use after all: the clave was right, or nobody answered.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task GiveBackAsync(LimitUse use) => redis.RunAsync(
        Script.Unlimit, Keys(use.Subject, use.Limits), [use.Subject.Holder, .. use.Ends.Select(end => (RedisValue)end)]);

    /// <summary>What is counted of one subject, holders of their own budgets too; nothing where nothing is.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<IReadOnlyList<LimitCount>> LookAsync(LimitSubject subject, IEnumerable<Limit> limits)
    {
        var counts = new List<LimitCount>();
        foreach (var limit in limits)
        {
            var fields = (await redis.RunAsync(db => db.HashGetAllAsync(subject.KeyOf(limit)))).ToDictionary(field => field.Name.ToString(), field => (long)field.Value, StringComparer.Ordinal);
            counts.AddRange(fields.Where(field => field.Key.EndsWith('n')).Select(field => (Used: field.Value, End: fields[field.Key[..^1] + "e"]))
                .Select(field => new LimitCount(limit, (int)field.Used, DateTimeOffset.FromUnixTimeMilliseconds(field.End)))
                .Where(count => count.FreeAt > time.GetUtcNow()));
        }

        return counts;
    }

    /// <summary>Forgets what is counted of one subject.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task ResetAsync(LimitSubject subject, IEnumerable<Limit> limits) =>
        redis.RunAsync(db => db.KeyDeleteAsync(Keys(subject, [.. limits])));

    private static RedisKey[] Keys(LimitSubject subject, IReadOnlyList<Limit> limits) => [.. limits.Select(limit => subject.KeyOf(limit))];
}

/// <summary>A use that was counted, and can be given back.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Limits">Of what.</param>
/// <param name="Ends">When their windows end, in Unix milliseconds.</param>
public sealed record LimitUse(LimitSubject Subject, IReadOnlyList<Limit> Limits, IReadOnlyList<long> Ends);

/// <summary>How far a limit is used.</summary>
/// <param name="Limit">Which.</param>
/// <param name="Used">At most <see cref="Limit.Max"/>.</param>
/// <param name="FreeAt">When all of it is free again.</param>
public sealed record LimitCount(Limit Limit, int Used, DateTimeOffset FreeAt);
