namespace ClaveBot.Cli.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Area">One word: <c>redis</c>.</param>
/// <param name="Grade">How it is.</param>
/// <param name="Says">What was found, and what to do when it is not good. Holds no secret.</param>
internal sealed record Finding(string Area, Grade Grade, string Says)
{
    public static Finding Good(string area, string says) => new(area, Grade.Good, says);

    public static Finding Doubtful(string area, string says) => new(area, Grade.Doubtful, says);

    public static Finding Bad(string area, string says) => new(area, Grade.Bad, says);

    public override string ToString() => $"{Word(Grade),-6} {Area,-10} {Says}";

    private static string Word(Grade grade) => grade switch
    {
        Grade.Good => "ok",
        Grade.Doubtful => "look",
        _ => "BAD",
    };
}

/// <summary>How something is.</summary>
internal enum Grade
{
    Good,

    /// <summary>It works; look whether it is meant so, or it could not be told from here.</summary>
    Doubtful,

    /// <summary>It does not work, or not safely.</summary>
    Bad,
}
