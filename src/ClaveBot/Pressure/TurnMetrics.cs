using System.Diagnostics.Metrics;
using ClaveBot.Channels;
using ClaveBot.Conversation;

namespace ClaveBot.Pressure;

/// <summary>Turns in numbers, for operators. Tags have few values, and none is about a person.</summary>
public sealed class TurnMetrics
{
    /// <summary>The meter that a host exports; those of other areas begin with this name and a dot.</summary>
    public const string MeterName = "ClaveBot";

    private readonly Counter<long> _turns;
    private readonly Counter<long> _floods;
    private readonly Counter<long> _parked;
    private double _lag;

    public TurnMetrics(IMeterFactory meters, PauseSwitch pause)
    {
        var meter = meters.Create(MeterName);
        _turns = meter.CreateCounter<long>("clavebot.turns", "{turn}", "Messages and events handled, by what became of them.");
        _floods = meter.CreateCounter<long>("clavebot.floods", "{flood}", "Chats told to wait because they wrote too fast.");
        _parked = meter.CreateCounter<long>("clavebot.parked", "{message}", "Messages given up because the bot broke on them; /parked lists them.");
        meter.CreateObservableGauge("clavebot.due.lag", () => Volatile.Read(ref _lag), "s", "How long the oldest due entry had waited when the due loop last looked.");
        meter.CreateObservableGauge("clavebot.paused", () => pause.IsOn ? 1 : 0, description: "1 while operators pause the service.");
    }

    /// <param name="channel">Null: an event of the bot's own.</param>
    /// <param name="outcome">What became of it; null: Redis was away, or it failed.</param>
    public void Turned(Channel? channel, TurnOutcome? outcome) => _turns.Add(1,
        new("channel", channel is { } named ? Names.Of(named) : "none"), new("outcome", outcome is { } known ? Names.Of(known) : "Failed"));

    public void Flooded() => _floods.Add(1);

    public void Parked() => _parked.Add(1);

    /// <summary>The due loop looked: the oldest entry should have been taken up that long ago.</summary>
    public void Lagged(TimeSpan oldest) => Volatile.Write(ref _lag, Math.Max(0, oldest.TotalSeconds));

    // An enum writes a new string each time; a turn should not.
    private static class Names
    {
        private static readonly string[] Channels = [.. Enumerable.Range(0, 8).Select(number => ((Channel)number).ToString())];
        private static readonly string[] Outcomes = Enum.GetNames<TurnOutcome>();

        public static string Of(Channel channel) => Channels[(int)channel];

        public static string Of(TurnOutcome outcome) => Outcomes[(int)outcome];
    }
}
