using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Stories;

/// <summary>One bot for each mode, over one embedded store, for all stories.</summary>
public sealed class StoryWorlds : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-stories-");
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<BotMode, BotWorld> _worlds = [];
    private EmbeddedRedis _redis = null!;

    public ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        return ValueTask.CompletedTask;
    }

    public async Task<BotWorld> OfAsync(BotMode mode)
    {
        await _one.WaitAsync();
        try
        {
            return _worlds.TryGetValue(mode, out var world)
                ? world
                : _worlds[mode] = await BotWorld.StartAsync(mode, _redis.Configuration);
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values)
            await world.DisposeAsync();
        await _redis.DisposeAsync();
        _one.Dispose();
        _folder.Delete(recursive: true);
    }
}
