using System.Diagnostics.Metrics;

namespace ClaveBot.Webhooks;

/// <summary>The webhooks in numbers, for operators.</summary>
internal sealed class WebhookMetrics
{
    private readonly Meter _meter;

    public WebhookMetrics(IMeterFactory meters)
    {
        _meter = meters.Create("ClaveBot.Webhooks");
        Refused = _meter.CreateCounter<long>("clavebot.webhooks.refused", "{post}", "Answered 503 because there was too much to do.");
    }

    public Counter<long> Refused { get; }

    public void Observe(params WorkLimit[] limits)
    {
        _meter.CreateObservableGauge("clavebot.webhooks.in_progress", () => limits.Select(limit => limit.InProgress), "{post}", "Posts being worked on.");
        _meter.CreateObservableGauge("clavebot.webhooks.waiting", () => limits.Select(limit => limit.InLine), "{post}", "Posts waiting for their turn.");
    }
}
