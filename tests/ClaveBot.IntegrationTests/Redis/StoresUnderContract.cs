using ClaveBot.Demo.Store;
using ClaveBot.Redis;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>The contract on the store that the demo carries.</summary>
public sealed class EmbeddedStoreTests : StoreContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-store-");
    private EmbeddedRedis _redis = null!;

    protected override string Configuration => _redis.Configuration;

    public override ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        return base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>The contract on a real redis-server.</summary>
public sealed class RedisServerTests : StoreContract
{
    private RedisServer _redis = null!;

    protected override string Configuration => _redis.Configuration;

    public override async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _redis.DisposeAsync();
    }
}

/// <summary>The contract on three masters: a script whose keys were in two slots would be refused with CROSSSLOT.</summary>
public sealed class RedisClusterTests(RedisCluster cluster) : StoreContract, IClassFixture<RedisCluster>
{
    protected override string Configuration => cluster.Configuration;

    [Fact]
    public async Task What_is_due_is_read_from_every_master_and_from_the_others_while_one_is_away()
    {
        var everybody = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => CommittedOnceAsync()));
        var away = cluster.Servers[^1];

        (await DueInAMonthAsync()).Intersect(everybody).Count().ShouldBe(everybody.Length);
        await away.KillAsync();
        var others = (await DueInAMonthAsync()).Intersect(everybody).Count();
        await away.StartAgainAsync();
        foreach (var server in cluster.Servers)
            await RedisCluster.ServesAsync(server);

        others.ShouldBeInRange(1, everybody.Length - 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await DueInAMonthAsync()).Intersect(everybody).Count() < everybody.Length)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
    }
}

/// <summary>The contract with a replica that must have each commit.</summary>
public sealed class ReplicatedStoreTests(RedisPair pair) : StoreContract, IClassFixture<RedisPair>
{
    protected override string Configuration => pair.Configuration;

    protected override int Replicas => 1;

    [Fact]
    public async Task What_the_server_that_is_asked_does_not_have_is_not_confirmed()
    {
        var id = await CommittedOnceAsync();

        await ConfirmAsync(id, 1);
        await Should.ThrowAsync<StoreUnavailableException>(() => ConfirmAsync(id, 2));
    }

    [Fact]
    public async Task Many_turns_at_once_share_the_rounds_of_waiting()
    {
        var before = await WaitsAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => CommittedOnceAsync()));

        (await WaitsAsync() - before).ShouldBeInRange(1, 150);
    }

    [Fact]
    public async Task While_the_replica_is_silent_reading_and_sending_go_on()
    {
        var id = await CommittedOnceAsync();
        pair.Replica.Freeze();
        try
        {
            var turns = Enumerable.Range(0, 50).Select(_ => Should.ThrowAsync<StoreUnavailableException>(CommittedOnceAsync)).ToList();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            await LoadAsync(id);
            var read = clock.Elapsed;
            await Task.WhenAll(turns);

            // A read behind a WAIT would take as long as that, and behind fifty much longer.
            read.ShouldBeLessThan(TimeSpan.FromSeconds(1));
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        }
        finally
        {
            pair.Replica.Thaw();
        }
    }

    private async Task<long> WaitsAsync()
    {
        var stats = (await pair.Primary.AskAsync("INFO", "commandstats")).Split('\n').FirstOrDefault(line => line.StartsWith("cmdstat_wait:", StringComparison.Ordinal));
        return stats is null ? 0 : long.Parse(stats.Split('=', ',')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
