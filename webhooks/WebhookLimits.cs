using ClaveBot.Channels;
using ClaveBot.Conversation;

namespace ClaveBot.Webhooks;

/// <summary>One <see cref="WorkLimit"/> for each messenger.</summary>
internal sealed class WebhookLimits : IDisposable
{
    public WebhookLimits(TurnHandler turns, WebhookMetrics metrics)
    {
        Telegram = new(Channel.Telegram, turns, metrics);
        WhatsApp = new(Channel.WhatsApp, turns, metrics);
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
