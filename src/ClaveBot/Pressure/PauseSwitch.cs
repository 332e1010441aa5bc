using System.Globalization;
using ClaveBot.Redis;

namespace ClaveBot.Pressure;

/// <summary>
/// The operators' switch, kept in Redis for all instances. While it is on everybody is told so once, no conversation moves and the
/// pages are unavailable; what was promised before is still sent, and a change of a clave under way is still told.
/// </summary>
public sealed class PauseSwitch(RedisConnection redis, TimeProvider time)
{
    private volatile Known? _last;

    /// <summary>As it was known last.</summary>
    public bool IsOn => Current(_last?.Pause) is not null;

    /// <summary>Turns it on for every instance, within <see cref="PauseWatch.Interval"/>. On already: only its end changes, and nobody is told again.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task OnAsync(DateTimeOffset? until)
    {
        var pause = await ReadAsync() is { } current ? current with { Until = until } : new Pause(time.GetUtcNow(), until);
        await redis.RunAsync(db => db.StringSetAsync(RedisKeys.Pause, Write(pause)));
        _last = new(pause);
    }

    /// <summary>Turns it off.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task OffAsync()
    {
        await redis.RunAsync(db => db.KeyDeleteAsync(RedisKeys.Pause));
        _last = new(null);
    }

    /// <summary>What Redis says now; null when the service runs.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<Pause?> ReadAsync()
    {
        var stored = (string?)await redis.RunAsync(db => db.StringGetAsync(RedisKeys.Pause));
        var pause = stored is null ? null : Parse(stored);
        _last = new(pause);
        return Current(pause);
    }

    /// <summary>What Redis said last: no command of its own, except the very first time.</summary>
    /// <exception cref="StoreUnavailableException">It was never read, and Redis is away.</exception>
    public ValueTask<Pause?> NowAsync() => _last is { } last ? new(Current(last.Pause)) : new(ReadAsync());

    private Pause? Current(Pause? pause) => pause is null || pause.IsOver(time.GetUtcNow()) ? null : pause;

    private static string Write(Pause pause) =>
        string.Create(CultureInfo.InvariantCulture, $"{pause.Id} {pause.Until?.ToUnixTimeMilliseconds()}");

    private static Pause Parse(string stored)
    {
        var parts = stored.Split(' ');
        return new(At(parts[0]), parts is [_, { Length: > 0 } until] ? At(until) : null);
    }

    private static DateTimeOffset At(string milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));

    private sealed record Known(Pause? Pause);
}
