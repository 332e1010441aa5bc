using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Limits;

namespace ClaveBot.IntegrationTests.Limits;

/// <summary>The limits on a real redis-server.</summary>
public sealed class RedisLimitTests : LimitContract
{
    private RedisServer _redis = null!;

    protected override string Configuration => _redis.Configuration;

    public override async ValueTask InitializeAsync() => _redis = await RedisServer.StartAsync();

    public override ValueTask DisposeAsync() => _redis.DisposeAsync();

    [Fact]
    public async Task S8_a_restart_forgets_nothing()
    {
        var keys = LimitWorld.NewKeys();
        var subject = LimitSubject.Of(LimitWorld.CedulaOf("1700000001"), keys);
        await using (var before = new LimitWorld(Configuration, TimeProvider.System, keys))
        {
            for (var i = 0; i < 10; i++)
                await before.Limiter.TryUseAsync(subject, Door.Proof.Strangers);
        }

        await _redis.KillAsync();
        await _redis.StartAgainAsync();

        await using var after = new LimitWorld(Configuration, TimeProvider.System, keys);
        (await after.Limiter.TryUseAsync(subject, Door.Proof.Strangers)).ShouldBeNull();
    }
}

/// <summary>The limits on three masters: a script whose keys were in two slots would be refused with CROSSSLOT.</summary>
public sealed class ClusterLimitTests(RedisCluster cluster) : LimitContract, IClassFixture<RedisCluster>
{
    protected override string Configuration => cluster.Configuration;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
