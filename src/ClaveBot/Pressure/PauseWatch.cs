using ClaveBot.Redis;
using Microsoft.Extensions.Hosting;

namespace ClaveBot.Pressure;

/// <summary>Looks at the operators' switch in the background, so that no turn has to.</summary>
public sealed class PauseWatch(PauseSwitch pause, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await pause.ReadAsync();
            }
            catch (StoreUnavailableException)
            {
                // What was known last holds; that Redis is away, others say.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
