using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Telegram;

/// <summary>Posts updates to the webhook: one in flight per queue, again and again until the bot takes them or they expire.</summary>
internal sealed class TelegramDelivery(TelegramUpdates updates, Observed<DeliveryAttempt> attempts, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private readonly WebhookClient client = new(time);
    private readonly Dictionary<string, Task> pumps = new(StringComparer.Ordinal);
    private CancellationTokenSource running = new();
    private bool paused;

    public TelegramWebhook? Webhook { get; private set; }

    /// <summary>What a 2xx answer carried, if anything: a call of a method.</summary>
    public Func<string, Task>? OnReply { get; set; }

    /// <summary>Starts, or with null ends, delivery.</summary>
    public async Task UseAsync(TelegramWebhook? webhook)
    {
        await StopAsync();
        Webhook = webhook;
        Wake();
    }

    public void Pause(bool pause)
    {
        paused = pause;
        Wake();
    }

    /// <summary>Makes sure that every queue with something in it is being worked on.</summary>
    public void Wake()
    {
        lock (gate)
        {
            if (Webhook is not { } webhook || paused)
                return;
            foreach (var queue in updates.Pending.Select(update => update.Queue).Distinct(StringComparer.Ordinal))
            {
                if (!pumps.ContainsKey(queue))
                    pumps[queue] = Task.Run(() => PumpAsync(queue, webhook, running.Token), CancellationToken.None);
            }
        }
    }

    /// <summary>Delivers one update now, past its queue: a duplicate, or one out of order.</summary>
    public async Task<HttpStatusCode?> DeliverAsync(PendingUpdate update)
    {
        var webhook = Webhook ?? throw new InvalidOperationException("No webhook is set.");
        var answer = await PostAsync(update, webhook, CancellationToken.None);
        if (answer.Taken)
            updates.Done(update.Id);
        return answer.Status;
    }

    public async ValueTask DisposeAsync()
    {
        Webhook = null;
        await StopAsync();
        running.Dispose();
        client.Dispose();
    }

    private async Task StopAsync()
    {
        Task[] stopping;
        CancellationTokenSource old;
        lock (gate)
        {
            stopping = [.. pumps.Values];
            pumps.Clear();
            old = running;
            running = new CancellationTokenSource();
        }

        await old.CancelAsync();
        await Task.WhenAll(stopping);
        old.Dispose();
    }

    private async Task PumpAsync(string queue, TelegramWebhook webhook, CancellationToken cancellationToken)
    {
        try
        {
            var failures = 0;
            while (NextOf(queue, cancellationToken) is { } update)
                failures = await TryAsync(update, webhook, failures, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Delivers once and waits as long as the schedule says; how often it has failed in a row.</summary>
    private async Task<int> TryAsync(PendingUpdate update, TelegramWebhook webhook, int failures, CancellationToken cancellationToken)
    {
        if (update.ExpiresAt <= time.GetUtcNow() || !webhook.Wants(update.Body))
        {
            updates.Done(update.Id);
            return 0;
        }

        var answer = await PostAsync(update, webhook, cancellationToken);
        if (answer.Taken)
        {
            updates.Done(update.Id);
            Note(update, answer, null);
            if (answer.Body.Length > 0 && OnReply is { } reply)
                await reply(answer.Body);
            return 0;
        }

        var delay = RedeliverySchedule.Next(failures + 1, answer.RetryAfter);
        var wait = Task.Delay(delay, time, cancellationToken);
        Note(update, answer, delay);
        await wait;
        return failures + 1;
    }

    private PendingUpdate? NextOf(string queue, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var head = paused ? null : updates.Head(queue);
            if (head is null)
                pumps.Remove(queue);
            return head;
        }
    }

    private async Task<WebhookAnswer> PostAsync(PendingUpdate update, TelegramWebhook webhook, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(update.Body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (webhook.SecretToken.Length > 0)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.SecretToken);
        return await client.PostAsync(request, Timeout, cancellationToken);
    }

    private void Note(PendingUpdate update, WebhookAnswer answer, TimeSpan? nextIn) =>
        attempts.Add(new DeliveryAttempt(update.Id.ToString(CultureInfo.InvariantCulture), time.GetUtcNow(), answer.Status, nextIn));
}
