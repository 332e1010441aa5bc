using ClaveBot.IntegrationTests.Redis;

namespace ClaveBot.IntegrationTests.Audit;

/// <summary>The audit over a real redis-server.</summary>
public sealed class RedisAuditTests : AuditContract
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

/// <summary>The audit over three masters: all of it must be in one slot.</summary>
public sealed class ClusterAuditTests(RedisCluster cluster) : AuditContract, IClassFixture<RedisCluster>
{
    protected override string Configuration => cluster.Configuration;
}
