namespace ClaveBot.Cli.Promises;

/// <summary>What became of one promise.</summary>
/// <param name="Promise">S1 to S14.</param>
/// <param name="Verdict">Kept as far as it shows from outside, broken, or not to be seen from there.</param>
/// <param name="Reason">What was seen, or why it was not.</param>
internal sealed record Finding(string Promise, Verdict Verdict, string Reason)
{
    public static Finding Unseen(string promise, string reason) => new(promise, Verdict.Unseen, reason);

    /// <summary>Kept when nothing speaks against it.</summary>
    public static Finding Of(string promise, string seen, IReadOnlyCollection<string> against) => against.Count == 0
        ? new(promise, Verdict.Kept, seen)
        : new(promise, Verdict.Broken, string.Join("; ", against));

    public override string ToString() => $"{Promise,-4} {Word(Verdict),-16} {Reason}";

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Kept => "kept",
        Verdict.Broken => "BROKEN",
        _ => "could not check",
    };
}

internal enum Verdict
{
    Kept,
    Broken,
    Unseen,
}
