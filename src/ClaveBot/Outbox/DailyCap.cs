using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Outbox;

/// <summary>
/// WhatsApp's daily cap. Every send is counted in Redis by the script that marks it as sent; the sum over all instances is read now and
/// then, so that a send asks nobody. All instances together may overshoot by what the others send between two readings.
/// </summary>
public sealed class DailyCap : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // A cap that was raised, with a restart, is noticed this soon by what waits.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly SentCounter _counter;
    private readonly WhatsAppSettings _settings;
    private readonly TimeZoneInfo _zone;
    private readonly TimeProvider _time;
    private readonly ILogger<DailyCap> _log;
    private readonly Lock _lock = new();
    private DateOnly _day;
    private long _counted;
    private long _reserved;
    private bool _warned;
    private bool _stopped;

    public DailyCap(SentCounter counter, OutboxMetrics metrics, ClaveBotSettings settings, TimeProvider time, ILogger<DailyCap> log)
    {
        (_counter, _settings, _time, _log) = (counter, settings.WhatsApp, time, log);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        metrics.Observe(() => Used, _settings.DailyCap);
    }

    /// <summary>By the people's clock.</summary>
    public DateOnly Today => DateOnly.FromDateTime(LocalNow.DateTime);

    /// <summary>Sent today by all instances, as far as this one knows.</summary>
    public long Used
    {
        get
        {
            lock (_lock)
                return _counted + _reserved;
        }
    }

    private DateTimeOffset LocalNow => TimeZoneInfo.ConvertTime(_time.GetUtcNow(), _zone);

    /// <summary>Null: one send is reserved. Else how long to wait: bulk stops at 80% of the cap, answers only at the cap itself.</summary>
    public TimeSpan? Reserve(Priority priority)
    {
        lock (_lock)
        {
            Turn();
            var eighty = _settings.DailyCap * 8 / 10;
            if (_counted + _reserved >= eighty && !_warned)
            {
                _warned = true;
                _log.CapNear(_counted + _reserved, _settings.DailyCap);
            }

            if (_counted + _reserved < (priority == Priority.Bulk ? eighty : _settings.DailyCap))
            {
                _reserved++;
                return null;
            }

            if (priority == Priority.Answer && !_stopped)
            {
                _stopped = true;
                _log.CapReached(_settings.DailyCap);
            }
        }

        var midnight = TimeSpan.FromDays(1) - LocalNow.TimeOfDay;
        return midnight < LongestWait ? midnight : LongestWait;
    }

    /// <summary>What was reserved was not sent.</summary>
    public void GiveBack()
    {
        lock (_lock)
            _reserved = Math.Max(0, _reserved - 1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_settings.IsOn)
            return;
        using var timer = new PeriodicTimer(Pause, _time);
        do
        {
            try
            {
                await ReadAsync();
            }
            catch (StoreUnavailableException)
            {
                // Counted on from what is known; what marks a send needs Redis anyway.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync()
    {
        long before;
        DateOnly day;
        lock (_lock)
        {
            Turn();
            (before, day) = (_reserved, _day);
        }

        var counted = await _counter.SumAsync(day);
        lock (_lock)
        {
            if (day != _day)
                return;
            // What was reserved when the reading began is counted in it by now, but for the few sends under way.
            _counted = counted;
            _reserved = Math.Max(0, _reserved - before);
        }
    }

    private void Turn()
    {
        if (_day == Today)
            return;
        (_day, _counted, _reserved, _warned, _stopped) = (Today, 0, 0, false, false);
    }
}
