using System.Diagnostics.Metrics;

namespace ClaveBot.Limits;

/// <summary>Limits in numbers, for operators: which are used, and which refuse. Nobody is named.</summary>
public sealed class LimitMetrics
{
    /// <summary>The meter that a host exports.</summary>
    public const string MeterName = "ClaveBot.Limits";

    private readonly Counter<long> _used;
    private readonly Counter<long> _refused;

    public LimitMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _used = meter.CreateCounter<long>("clavebot.limits.used", "{use}", "Tries counted, by limit; a right one is given back and stays in this figure.");
        _refused = meter.CreateCounter<long>("clavebot.limits.refused", "{try}", "Tries refused because a limit was full; nothing was asked of the directory.");
    }

    internal void Used(Limit limit) => _used.Add(1, new KeyValuePair<string, object?>("limit", limit.Name));

    internal void Refused(Limit limit) => _refused.Add(1, new KeyValuePair<string, object?>("limit", limit.Name));
}
