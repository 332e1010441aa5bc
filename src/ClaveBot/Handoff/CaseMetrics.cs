using System.Diagnostics.Metrics;

namespace ClaveBot.Handoff;

/// <summary>Writing to a person in numbers: what was asked, answered, ended, and what did not arrive.</summary>
public sealed class CaseMetrics
{
    /// <summary>The meter that a host exports.</summary>
    public const string MeterName = "ClaveBot.Handoff";

    private static readonly string[] Kinds = Enum.GetNames<CaseEventKind>();

    private readonly Counter<long> _told;
    private int _waiting;

    public CaseMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _told = meter.CreateCounter<long>("clavebot.cases.events", "{event}", "Between people and the operators' group.");
        meter.CreateObservableGauge("clavebot.cases.waiting", () => Volatile.Read(ref _waiting), "{person}", "Wrote to a person and have no answer yet.");
    }

    /// <summary>How many wait, by all instances together.</summary>
    internal void Wait(int people) => Volatile.Write(ref _waiting, people);

    internal void Told(CaseEventKind kind) => _told.Add(1, new KeyValuePair<string, object?>("kind", Kinds[(int)kind]));
}
