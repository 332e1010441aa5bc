using System.Globalization;
using System.Text;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>What is counted in one cell of the matrix.</summary>
internal sealed class Score(KillPoint point, CrashFault fault)
{
    private int _turns;
    private int _kills;
    private int _lost;
    private int _wrong;
    private int _duplicates;
    private int _unexplained;
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

    /// <summary>Answers that came again.</summary>
    public int Duplicates => _duplicates;

    /// <summary>Those that came again although the first had been marked as sent.</summary>
    public int Unexplained => _unexplained;

    /// <summary>Messages that Twilio gave up on and that came later, as from its list of messages.</summary>
    public int Fetched => _fetched;

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

    public void Fetch() => Interlocked.Increment(ref _fetched);

    public void Repeat(bool explained)
    {
        Interlocked.Increment(ref _duplicates);
        if (!explained)
            Interlocked.Increment(ref _unexplained);
    }

    /// <summary>Markdown: a row for each cell, and the sums.</summary>
    public static string Table(IReadOnlyList<Score> scores)
    {
        var text = new StringBuilder("| kill point | fault | turns | kills | lost | wrong | duplicated | per 1,000 turns | of these although marked | over a minute |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var score in scores.Where(score => score.Turns > 0))
            text.AppendLine(Row(score.Point.Name, score.Fault.ToString(), [score]));
        foreach (var group in scores.GroupBy(score => score.Point))
            text.AppendLine(Row($"**{group.Key.Name}**", "all", [.. group]));
        text.AppendLine(Row("**all**", "all", scores));
        return text.ToString();
    }

    private static string Row(string point, string fault, IReadOnlyList<Score> scores)
    {
        var turns = scores.Sum(score => score.Turns);
        var duplicates = scores.Sum(score => score.Duplicates);
        var rate = 1000.0 * duplicates / Math.Max(1, turns);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {point} | {fault} | {turns:N0} | {scores.Sum(score => score.Kills):N0} | {scores.Sum(score => score.Lost)} | {scores.Sum(score => score.Wrong)} | {duplicates} | {rate:0.0} | {scores.Sum(score => score.Unexplained)} | {scores.Sum(score => score.Late)} |");
    }
}
