using System.Collections.Concurrent;
using System.Net;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>
/// Posts inbound messages to the webhook: each on its own, in no order, as often as the address allows, all within 15 seconds; what
/// the bot has not taken by then is only in the list of messages.
/// </summary>
internal sealed class WhatsAppDelivery(WhatsAppPost post, Observed<DeliveryAttempt> attempts, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> forms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private bool paused;

    public WhatsAppWebhook? Webhook { get; set; }

    public void Pause(bool pause)
    {
        paused = pause;
        if (pause)
            return;
        foreach (var (sid, form) in forms)
        {
            if (!running.ContainsKey(sid))
                Start(sid, form);
        }
    }

    public void Add(IReadOnlyDictionary<string, string> form)
    {
        var sid = form["MessageSid"];
        forms[sid] = form;
        if (!paused)
            Start(sid, form);
    }

    /// <summary>Posts one message now, also one that was taken before: a duplicate, or one out of order.</summary>
    public async Task<HttpStatusCode?> DeliverAsync(string sid)
    {
        var webhook = Webhook ?? throw new InvalidOperationException("No webhook is set.");
        if (!forms.TryGetValue(sid, out var form))
            throw new InvalidOperationException($"No message {sid}.");
        running.TryAdd(sid, Task.CompletedTask);
        return (await post.SendAsync(webhook.PublicUrl, webhook.ConnectTo, form, stopping.Token)).Status;
    }

    public void Clear() => forms.Clear();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private void Start(string sid, IReadOnlyDictionary<string, string> form)
    {
        if (Webhook is { } webhook)
            running[sid] = Task.Run(() => RunAsync(sid, form, webhook), CancellationToken.None);
    }

    private async Task RunAsync(string sid, IReadOnlyDictionary<string, string> form, WhatsAppWebhook webhook)
    {
        using var late = new CancellationTokenSource(WhatsAppPost.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping.Token);
        for (var retriesLeft = webhook.Retries; ; retriesLeft--)
        {
            var answer = await TryAsync(webhook, form, either.Token);
            var again = !answer.Taken && retriesLeft > 0 && webhook.Repeats(answer) && !either.IsCancellationRequested;
            attempts.Add(new DeliveryAttempt(sid, time.GetUtcNow(), answer.Status, again ? TimeSpan.Zero : null));
            if (!again)
                return;
        }
    }

    private async Task<WebhookAnswer> TryAsync(WhatsAppWebhook webhook, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        try
        {
            return await post.SendAsync(webhook.PublicUrl, webhook.ConnectTo, form, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return WebhookAnswer.Nothing(WebhookFailure.TimedOut);
        }
    }
}
