using ClaveBot.Conversation;
using ClaveBot.PasswordLinks;
using ClaveBot.Pressure;
using ClaveBot.Redis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Outbox;

/// <summary>Once a second: everything that is due, by any instance. What fails is looked at again a minute later.</summary>
public sealed class DueLoop(
    DueIndex index, LaneStore lanes, OutboxSender outbox, DueConversation conversations, ChangeRecovery changes, PauseSwitch pause, TurnMetrics metrics, TimeProvider time, ILogger<DueLoop> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhilePaused = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StoreUnavailableException)
            {
                log.StoreAway();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.SweepFailed(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var due = await index.ReadAsync();
        metrics.Lagged(index.Lag);
        foreach (var entry in due)
        {
            try
            {
                await HandleAsync(entry, cancellationToken);
            }
            catch (Exception e) when (e is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
            {
                log.DueFailed(entry.Conversation, e.GetType().Name);
                await index.PostponeAsync(entry, AfterFailure);
            }
        }
    }

    private async Task HandleAsync(DueEntry entry, CancellationToken cancellationToken)
    {
        switch (entry)
        {
            case DueEntry.Unsent unsent:
                if (await lanes.TakeAsync(unsent.Conversation, unsent.Lane) is { } taken)
                    outbox.Enqueue([taken]);
                break;
            case DueEntry.Change change:
                await changes.LookAsync(change, cancellationToken);
                break;
            case DueEntry.Timer when await pause.NowAsync() is not null:
                await index.PostponeAsync(entry, WhilePaused);
                break;
            case DueEntry.Timer timer:
                await conversations.LookAsync(timer, cancellationToken);
                break;
        }
    }
}
