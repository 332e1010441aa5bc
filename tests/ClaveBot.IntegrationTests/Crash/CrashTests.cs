using System.Globalization;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>R1: host processes are killed with SIGKILL at random moments and at named points, under faults: nothing is lost, nothing is wrong.</summary>
public sealed class CrashTests
{
    [Fact]
    public Task R1_a_sample_of_the_crash_matrix_loses_nothing() =>
        PlayAsync(new(Kills: 12, Turns: 300, Limit: TimeSpan.FromSeconds(25), People: 20, WithLinks: true), TimeSpan.FromSeconds(120), holds: true, _ => { });

    [Fact, Trait("Run", "Long")]
    public Task R1_the_crash_matrix_loses_nothing() =>
        PlayAsync(new(Number("KILLS", 1_000), Number("TURNS", 20_000), TimeSpan.FromMinutes(Number("MINUTES", 40)), People: 60, WithLinks: true), TimeSpan.FromMinutes(5), Number("HOLD", 1) != 0, Console.Error.WriteLine);

    private static async Task PlayAsync(CrashSize size, TimeSpan patience, bool holds, Action<string> say)
    {
        await using var world = await CrashWorld.StartAsync(patience, holds);
        world.Say = say;
        var scores = await new CrashRun(world, size, say).PlayAsync();

        var table = Score.Table(scores);
        say(table);
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        var reports = string.Join('\n', world.Reports);
        scores.Sum(score => score.Kills).ShouldBeGreaterThan(0);
        scores.Sum(score => score.Turns).ShouldBeGreaterThan(0);
        scores.Sum(score => score.Lost).ShouldBe(0, reports);
        scores.Sum(score => score.Wrong).ShouldBe(0, reports);
        scores.Sum(score => score.Unexplained).ShouldBe(0, reports);
        world.Reports.ShouldBeEmpty();
        world.CountFailures().ShouldBe(0, "messages on which the bot itself failed");
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable("CLAVEBOT_CRASH_" + name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
