using ClaveBot.Channels;
using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Cli;

/// <summary>A running bot over the embedded store, as the demo is, for commands that look at one.</summary>
public sealed class OperatorBot : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-cli-");
    private EmbeddedRedis _redis = null!;

    public BotWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        World = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
    }

    /// <summary>A fresh link, of a chat that never wrote before.</summary>
    public Task<Uri> NewLinkAsync() => Journey.ToLinkAsync(World.NewPhone(Channel.WhatsApp));

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
