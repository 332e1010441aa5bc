using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Handoff;

/// <summary>Looks twice a minute how many people wait for an answer, for the figures; idle without operators.</summary>
public sealed partial class CaseWatch(ConversationStore store, CaseMetrics metrics, KeyRing keys, ClaveBotSettings settings, TimeProvider time, ILogger<CaseWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Operators is not { IsOn: true, Group: { } group })
            return;
        var id = ConversationId.Of(group, keys);
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await LookAsync(id);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(ConversationId group)
    {
        try
        {
            metrics.Wait((await store.LoadAsync(group))?.Talk?.Queue.Count ?? 0);
        }
        // A figure that is half a minute older harms nobody.
        catch (Exception exception) when (exception is StoreUnavailableException or UnreadableRecordException)
        {
            NotCounted(log, exception.GetType().Name);
        }
    }

    [LoggerMessage(1004, LogLevel.Warning, "How many people wait for the operators cannot be read ({Exception})")]
    private static partial void NotCounted(ILogger log, string exception);
}
