using ClaveBot.Demo.Store;

namespace ClaveBot.IntegrationTests.Limits;

/// <summary>The limits on the embedded store.</summary>
public sealed class EmbeddedLimitTests : LimitContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-limits-");
    private EmbeddedRedis _redis = null!;

    protected override string Configuration => _redis.Configuration;

    public override ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
