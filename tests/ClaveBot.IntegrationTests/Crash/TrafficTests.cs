using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>What operators and machines do to a bot while people talk to it: every message gets its one right answer all the same.</summary>
public sealed class TrafficTests
{
    private const int People = 16;

    [Fact]
    public async Task R4_a_master_of_a_cluster_that_dies_in_mid_traffic_takes_nothing_acknowledged_with_it()
    {
        await using var cluster = await RedisClusterOfPairs.StartAsync();
        await using var world = await OverAsync(cluster);

        await PlayAsync(world, async () =>
        {
            using (world.Ledger.StoreAway())
            {
                var dead = await cluster.KillMasterAsync();
                await TurnsAsync(world, 30);
                // Alone its successor cannot say that two have it: 503 until the dead one is back as its replica.
                await dead.StartAgainAsync();
                await cluster.IsWholeAsync();
            }
        });
    }

    [Fact]
    public async Task R4_slots_that_move_to_another_master_in_mid_traffic_lose_nothing()
    {
        await using var cluster = await RedisClusterOfPairs.StartAsync();
        await using var world = await OverAsync(cluster);

        await PlayAsync(world, async () =>
        {
            using (world.Ledger.StoreAway())
                await cluster.MoveSlotsAsync(2_000);
        });
    }

    [Fact]
    public async Task R1_a_rolling_restart_in_mid_traffic_loses_and_repeats_nothing()
    {
        await using var world = await CrashWorld.StartAsync(TimeSpan.FromMinutes(2), holds: true);

        await PlayAsync(world, async () =>
        {
            foreach (var instance in world.Instances)
            {
                await instance.RestartAsync();
                await TurnsAsync(world, 30);
            }
        });

        world.Current.Duplicates.ShouldBe(0);
    }

    private static async Task<TalkWorld> OverAsync(RedisClusterOfPairs cluster)
    {
        var bot = await BotWorld.StartAsync(BotMode.Operator, cluster.Configuration, startHost: false);
        bot.Set("Redis:Replicas", "1");
        await bot.StartHostAsync();
        return await TalkWorld.OverAsync(bot, cluster.Configuration);
    }

    private static async Task PlayAsync(TalkWorld world, Func<Task> happens)
    {
        using var over = new CancellationTokenSource();
        var crowd = new Crowd(world, People, over.Token);
        await TurnsAsync(world, 60);
        await happens();
        await TurnsAsync(world, 100);
        await over.CancelAsync();
        await crowd.EndAsync();

        var reports = string.Join('\n', world.Reports);
        world.Current.Lost.ShouldBe(0, reports);
        world.Current.Wrong.ShouldBe(0, reports);
        world.Current.Unexplained.ShouldBe(0, reports);
        world.Reports.ShouldBeEmpty();
        world.CountFailures().ShouldBe(0);
    }

    private static async Task TurnsAsync(TalkWorld world, int more)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var enough = world.Current.Turns + more; world.Current.Turns < enough;)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
    }
}
