using System.Globalization;
using System.Text;
using ClaveBot.Channels;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>What is counted in one cell of the matrix.</summary>
internal sealed class Score(KillPoint point, CrashFault fault)
{
    private const int Mails = 0;

    private int _turns;
    private int _kills;
    private int _lost;
    private int _wrong;
    private readonly int[] _repeats = new int[Enum.GetValues<Cause>().Length];
    private readonly int[] _where = new int[3];
    private int _fetched;
    private int _late;

    public KillPoint Point => point;

    public CrashFault Fault => fault;

    public int Visits { get; set; }

    /// <summary>Messages that were said, each with one right answer.</summary>
    public int Turns => _turns;

    public int Kills => _kills;

    /// <summary>Without an answer.</summary>
    public int Lost => _lost;

    /// <summary>Answered otherwise than the state allows, or out of order.</summary>
    public int Wrong => _wrong;

    /// <summary>Answers and mails that came again.</summary>
    public int Duplicates => _repeats.Sum();

    /// <summary>Those whose cause is not known.</summary>
    public int Unexplained => Of(Cause.None);

    /// <summary>Those of one cause.</summary>
    public int Of(Cause cause) => _repeats[(int)cause];

    public void Said(int messages) => Interlocked.Add(ref _turns, messages);

    public void Killed() => Interlocked.Increment(ref _kills);

    /// <summary>Answers that took more than a minute: late, and not lost.</summary>
    public int Late => _late;

    public void Answered(TimeSpan after)
    {
        if (after > TimeSpan.FromMinutes(1))
            Interlocked.Increment(ref _late);
    }

    public void LoseOne() => Interlocked.Increment(ref _lost);

    public void GoWrong() => Interlocked.Increment(ref _wrong);

    /// <summary>Messages that Twilio gave up on were answered: the bot found them in its list.</summary>
    public void Fetched(int messages) => Interlocked.Add(ref _fetched, messages);

    /// <summary>Something came again.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="channel">Where; null: a mail.</param>
    public void Repeat(Cause cause, Channel? channel)
    {
        Interlocked.Increment(ref _repeats[(int)cause]);
        Interlocked.Increment(ref _where[channel is { } known ? (int)known : Mails]);
    }

    /// <summary>Markdown: a row for each cell, and the sums.</summary>
    public static string Table(IReadOnlyList<Score> scores)
    {
        var text = new StringBuilder("| kill point | fault | turns | kills | lost | wrong | duplicated | per 1,000 turns | process died | Redis away | cut | unexplained | fetched | over a minute |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var score in scores.Where(score => score.Turns > 0))
            text.AppendLine(Row(score.Point.Name, score.Fault.ToString(), [score]));
        foreach (var group in scores.GroupBy(score => score.Point))
            text.AppendLine(Row($"**{group.Key.Name}**", "all", [.. group]));
        foreach (var group in scores.GroupBy(score => score.Fault))
            text.AppendLine(Row("**all**", group.Key.ToString(), [.. group]));
        text.AppendLine(Row("**all**", "all", scores));
        text.AppendLine(CultureInfo.InvariantCulture,
            $"\nDuplicated: {scores.Sum(score => score._where[(int)Channel.Telegram])} on Telegram, {scores.Sum(score => score._where[(int)Channel.WhatsApp])} on WhatsApp, {scores.Sum(score => score._where[Mails])} mails.");
        return text.ToString();
    }

    private static string Row(string point, string fault, IReadOnlyList<Score> scores)
    {
        var turns = scores.Sum(score => score.Turns);
        var duplicates = scores.Sum(score => score.Duplicates);
        string[] cells =
        [
            point, fault, Whole(turns), Whole(scores.Sum(score => score.Kills)), Whole(scores.Sum(score => score.Lost)), Whole(scores.Sum(score => score.Wrong)),
            Whole(duplicates), (1000.0 * duplicates / Math.Max(1, turns)).ToString("0.0", CultureInfo.InvariantCulture),
            Whole(scores.Sum(score => score.Of(Cause.Died))), Whole(scores.Sum(score => score.Of(Cause.StoreAway))), Whole(scores.Sum(score => score.Of(Cause.Cut))),
            Whole(scores.Sum(score => score.Unexplained)), Whole(scores.Sum(score => score._fetched)), Whole(scores.Sum(score => score._late)),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
