using ClaveBot.Channels;
using ClaveBot.Outbox;

namespace ClaveBot.Webhooks;

/// <summary>One <see cref="WorkLimit"/> for each messenger.</summary>
internal sealed class WebhookLimits : IDisposable
{
    public WebhookLimits(OutboxSender outbox, WebhookMetrics metrics)
    {
        Telegram = new(Channel.Telegram, outbox, metrics);
        WhatsApp = new(Channel.WhatsApp, outbox, metrics);
        metrics.Observe(Telegram, WhatsApp);
    }

    public WorkLimit Telegram { get; }

    public WorkLimit WhatsApp { get; }

    public void Dispose()
    {
        Telegram.Dispose();
        WhatsApp.Dispose();
    }
}
