using System.Globalization;
using System.Security.Cryptography;
using ClaveBot.Channels;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>How much of the matrix is played.</summary>
/// <param name="Kills">At least so many kills…</param>
/// <param name="Turns">… and turns, unless the time is over.</param>
/// <param name="Limit">Then it ends, and says how far it came.</param>
/// <param name="People">How many talk at once.</param>
/// <param name="WithLinks">Whether some change their clave meanwhile, so that there are links to be claimed.</param>
internal sealed record CrashSize(int Kills, int Turns, TimeSpan Limit, int People, bool WithLinks);

/// <summary>Plays the matrix: people talk all the time, while cell after cell kills the instances at its point, under its fault.</summary>
internal sealed class CrashRun(CrashWorld world, CrashSize size, Action<string> say)
{
    private const int KillsAVisit = 2;
    private static readonly TimeSpan Reach = TimeSpan.FromSeconds(8);

    private static readonly TestPerson[] Changers = [TestPeople.Ana, TestPeople.Beto, TestPeople.Carla, TestPeople.Dora, TestPeople.Elio];

    private readonly List<Score> _scores =
        [.. KillPoint.All.Where(point => size.WithLinks || !point.NeedsLinks).SelectMany(point => Enum.GetValues<CrashFault>().Select(fault => new Score(point, fault)))];

    private int Kills => _scores.Sum(score => score.Kills);

    private int Turns => _scores.Sum(score => score.Turns);

    public async Task<IReadOnlyList<Score>> PlayAsync()
    {
        using var over = new CancellationTokenSource();
        var started = TimeProvider.System.GetTimestamp();
        var crowd = new Crowd(world, size.People, over.Token);
        var changers = Task.WhenAll((size.WithLinks ? Changers : []).Select((person, i) =>
            new LinkPerson(world, i % 2 == 0 ? Channel.Telegram : Channel.WhatsApp, person).ChangeAsync(over.Token)));
        var limit = TimeSpan.Zero;
        while ((Kills < size.Kills || Turns < size.Turns) && limit < size.Limit)
        {
            // Those with the fewest kills, among these in no order; a point that is hard to reach does not keep the others waiting.
            var least = _scores.Min(score => score.Kills + (score.Visits / 2));
            var candidates = _scores.Where(score => score.Kills + (score.Visits / 2) == least).ToList();
            await VisitAsync(candidates[RandomNumberGenerator.GetInt32(candidates.Count)]);
            limit = TimeProvider.System.GetElapsedTime(started);
            say(string.Create(CultureInfo.InvariantCulture,
                $"{limit:mm\\:ss}  {Kills} kills, {Turns} turns, {_scores.Sum(s => s.Lost)} lost, {_scores.Sum(s => s.Wrong)} wrong, {_scores.Sum(s => s.Duplicates)} duplicated, {_scores.Sum(s => s.Unexplained)} unexplained"));
        }

        await over.CancelAsync();
        await changers;
        await crowd.EndAsync();
        return _scores;
    }

    private async Task VisitAsync(Score score)
    {
        score.Visits++;
        world.Current = score;
        var turnsPerKill = Math.Max(1, size.Turns / Math.Max(1, size.Kills));
        var enough = score.Turns + (KillsAVisit * turnsPerKill);
        using var over = new CancellationTokenSource();
        var store = world.TroubleStoreAsync(over.Token);
        await Task.WhenAll(world.Instances.Select(instance => KillAsync(instance, score)));
        for (var waited = TimeSpan.Zero; score.Turns < enough && waited < Reach; waited += TimeSpan.FromMilliseconds(50))
            await CrashWorld.WaitAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        await over.CancelAsync();
        await store;
    }

    private static async Task KillAsync(Instance instance, Score score)
    {
        if (score.Point.Seam == Seam.Anywhere)
            await CrashWorld.WaitAsync(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1500)), CancellationToken.None);
        else if (!await IsReachedAsync(instance, score.Point))
            return;
        await instance.KillAsync();
        score.Killed();
        await instance.StartAsync();
    }

    private static async Task<bool> IsReachedAsync(Instance instance, KillPoint point)
    {
        try
        {
            await instance.Trap.Arm(point, point.NeedsLinks ? 1 : 1 + RandomNumberGenerator.GetInt32(4)).WaitAsync(Reach, TimeProvider.System);
            return true;
        }
        catch (TimeoutException)
        {
            return !instance.Trap.Disarm();
        }
    }
}
