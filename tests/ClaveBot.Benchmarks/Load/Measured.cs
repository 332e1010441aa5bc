using System.Globalization;

namespace ClaveBot.Benchmarks.Load;

/// <summary>One turn as its person saw it.</summary>
/// <param name="Acknowledged">From the post to its 200.</param>
/// <param name="Answered">From the post to the reply's arrival at the Bot API.</param>
internal sealed record TurnTimes(TimeSpan Acknowledged, TimeSpan Answered);

/// <summary>Many turns.</summary>
internal sealed record Measured(IReadOnlyCollection<TurnTimes> Turns, int Failed, TimeSpan Took)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Turns.Count / Took.TotalSeconds:F0} turns/s, {Failed} failed; acknowledged {Spread(turn => turn.Acknowledged)}; answered {Spread(turn => turn.Answered)}");

    private string Spread(Func<TurnTimes, TimeSpan> what)
    {
        var ordered = Turns.Select(what).Order().ToArray();
        return ordered.Length == 0
            ? "never"
            : string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):F2} ms, p99 {At(0.99):F2} ms");

        double At(double share) => ordered[(int)((ordered.Length - 1) * share)].TotalMilliseconds;
    }
}
