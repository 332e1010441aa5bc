namespace ClaveBot.Benchmarks.Gap;

/// <summary>How well a time tells two groups apart.</summary>
internal static class Auc
{
    /// <summary>
    /// The area under the ROC curve, by Mann and Whitney: the chance that a time of one group is longer than one of the other. 0.5: it
    /// tells nothing; 0 or 1: it tells everything.
    /// </summary>
    public static double Of(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var ranked = one.Select(time => (Time: time, IsOne: true)).Concat(other.Select(time => (Time: time, IsOne: false))).OrderBy(sample => sample.Time).ToList();
        double ranks = 0;
        for (var from = 0; from < ranked.Count;)
        {
            var to = from;
            while (to < ranked.Count && ranked[to].Time.Equals(ranked[from].Time))
                to++;
            // Equal times share their ranks.
            ranks += ranked.GetRange(from, to - from).Count(sample => sample.IsOne) * ((from + 1 + to) / 2.0);
            from = to;
        }

        return (ranks - (one.Count * (one.Count + 1) / 2.0)) / ((double)one.Count * other.Count);
    }
}
