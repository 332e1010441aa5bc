using ClaveBot.Demo.Store;

namespace ClaveBot.IntegrationTests.Audit;

/// <summary>The audit over the store that the demo carries.</summary>
public sealed class EmbeddedAuditTests : AuditContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-audit-");
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
