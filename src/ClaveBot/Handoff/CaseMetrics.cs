using System.Diagnostics.Metrics;

namespace ClaveBot.Handoff;

/// <summary>Writing to a person in numbers: what was asked, answered, ended, and what did not arrive.</summary>
public sealed class CaseMetrics
{
    /// <summary>The meter that a host exports.</summary>
    public const string MeterName = "ClaveBot.Handoff";

    private static readonly string[] Kinds = Enum.GetNames<CaseEventKind>();

    private readonly Counter<long> _told;

    public CaseMetrics(IMeterFactory meters) =>
        _told = meters.Create(MeterName).CreateCounter<long>("clavebot.cases.events", "{event}", "Between people and the operators' group.");

    internal void Told(CaseEventKind kind) => _told.Add(1, new KeyValuePair<string, object?>("kind", Kinds[(int)kind]));
}
