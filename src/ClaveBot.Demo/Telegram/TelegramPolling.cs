using System.Text.Json.Nodes;

namespace ClaveBot.Demo.Telegram;

/// <summary>getUpdates: a long poll whose offset forgets what was confirmed; a second poller ends the first (Bot API, getUpdates).</summary>
internal sealed class TelegramPolling(TelegramUpdates updates, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private CancellationTokenSource? current;

    public async Task<TelegramAnswer> PollAsync(TelegramCall call, CancellationToken cancellationToken)
    {
        Confirm(call.Number("offset") ?? 0);
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var patience = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, 50));
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        TakeOver(mine);
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(mine.Token, late.Token);
        try
        {
            while (true)
            {
                var ring = updates.Changed.NextAsync(either.Token);
                DropExpired();
                if (updates.Pending is { Count: > 0 } pending)
                    return Ok(pending.Take(limit));
                await ring;
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return Ok([]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TelegramAnswer.Conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        finally
        {
            lock (gate)
                current = current == mine ? null : current;
        }
    }

    public void Dispose() => current?.Dispose();

    private void Confirm(long offset)
    {
        var pending = updates.Pending;
        var from = offset >= 0 ? offset : pending.SkipLast((int)-offset).Select(update => update.Id + 1).LastOrDefault();
        foreach (var update in pending.Where(update => update.Id < from))
            updates.Done(update.Id);
    }

    /// <summary>Cancels inside the lock: outside of it the earlier poll may be disposed already.</summary>
    private void TakeOver(CancellationTokenSource mine)
    {
        lock (gate)
        {
            current?.Cancel();
            current = mine;
        }
    }

    private void DropExpired()
    {
        foreach (var update in updates.Pending.Where(update => update.ExpiresAt <= time.GetUtcNow()))
            updates.Done(update.Id);
    }

    private static TelegramAnswer Ok(IEnumerable<PendingUpdate> found) =>
        TelegramAnswer.Ok(new JsonArray([.. found.Select(update => update.Body.DeepClone())]));
}
