using ClaveBot.Demo.Store;

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
}

/// <summary>The contract with a replica that must have each commit.</summary>
public sealed class ReplicatedStoreTests(RedisPair pair) : StoreContract, IClassFixture<RedisPair>
{
    protected override string Configuration => pair.Configuration;

    protected override int Replicas => 1;
}
