using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Stories;

/// <summary>One bot for each mode and look, each over an embedded store, for all stories.</summary>
public sealed class StoryWorlds : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-stories-");
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<(BotMode Mode, bool Buttons), BotWorld> _worlds = [];
    private readonly List<EmbeddedRedis> _stores = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <param name="mode">Whose accounts they are.</param>
    /// <param name="buttons">WhatsApp shows buttons and lists; otherwise it numbers the options.</param>
    public async Task<BotWorld> OfAsync(BotMode mode, bool buttons)
    {
        await _one.WaitAsync();
        try
        {
            return _worlds.TryGetValue((mode, buttons), out var world) ? world : _worlds[(mode, buttons)] = await StartAsync(mode, buttons);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<BotWorld> StartAsync(BotMode mode, bool buttons)
    {
        var store = EmbeddedRedis.Start(_folder.CreateSubdirectory($"{mode}-{buttons}").FullName);
        _stores.Add(store);
        var world = await BotWorld.StartAsync(mode, store.Configuration, startHost: false);
        world.Set("WhatsApp:QuickReplies", buttons ? "true" : "false");
        await world.StartHostAsync();
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values)
            await world.DisposeAsync();
        foreach (var store in _stores)
            await store.DisposeAsync();
        _one.Dispose();
        _folder.Delete(recursive: true);
    }
}
