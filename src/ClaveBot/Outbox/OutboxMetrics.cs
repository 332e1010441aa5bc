using System.Diagnostics.Metrics;

namespace ClaveBot.Outbox;

/// <summary>The ledger in numbers: what was sent, what waits, what may have been sent twice, what was given up and why.</summary>
public sealed class OutboxMetrics
{
    /// <summary>The meter that a host exports.</summary>
    public const string MeterName = "ClaveBot.Outbox";

    private static readonly string[] Routes = Enum.GetNames<Route>();

    private readonly Meter _meter;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _postponed;
    private readonly Counter<long> _unknown;
    private readonly Counter<long> _undeliverable;

    public OutboxMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _sent = _meter.CreateCounter<long>("clavebot.outbox.sent", "{message}", "Accepted by the other side.");
        _postponed = _meter.CreateCounter<long>("clavebot.outbox.postponed", "{try}", "Not accepted now; tried again later.");
        _unknown = _meter.CreateCounter<long>("clavebot.outbox.unknown", "{message}", "May have been accepted, and nobody heard so: on Telegram they may come twice.");
        _undeliverable = _meter.CreateCounter<long>("clavebot.outbox.undeliverable", "{message}", "Given up for good.");
    }

    public void Sent(Route route) => _sent.Add(1, Tag(route));

    public void Postponed(Route route) => _postponed.Add(1, Tag(route));

    public void Unknown(Route route) => _unknown.Add(1, Tag(route));

    public void Undeliverable(Route route, string reason) => _undeliverable.Add(1, Tag(route), new("reason", reason));

    /// <summary>How many lanes of a route wait for a worker of this instance.</summary>
    internal void Observe(Func<IEnumerable<(Route Route, int Waiting)>> queues) => _meter.CreateObservableGauge(
        "clavebot.outbox.queue", () => queues().Select(queue => new Measurement<int>(queue.Waiting, Tag(queue.Route))), "{chat}", "Waiting for a worker of this instance.");

    /// <summary>What a daily cap allows and how much of it is used.</summary>
    internal void Observe(Func<long> used, long cap)
    {
        _meter.CreateObservableGauge("clavebot.whatsapp.sent_today", used, "{message}", "Of WhatsApp:DailyCap, by all instances.");
        _meter.CreateObservableGauge("clavebot.whatsapp.daily_cap", () => cap, "{message}", "WhatsApp:DailyCap.");
    }

    // An enum writes a new string each time; a turn should not.
    private static KeyValuePair<string, object?> Tag(Route route) => new("route", Routes[(int)route]);
}
