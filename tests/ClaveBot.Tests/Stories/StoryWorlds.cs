using System.Globalization;
using ClaveBot.Demo.Store;
using ClaveBot.Demo.Telegram;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Stories;

/// <summary>One bot for each mode, over one embedded store, for all stories; and one more for those with operators, over its own, on a clock that they move.</summary>
public sealed class StoryWorlds : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-stories-");
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<(BotMode Mode, bool HasGroup), (BotWorld World, StoryGroup? Group)> _worlds = [];
    private readonly List<EmbeddedRedis> _stores = [];
    private EmbeddedRedis _redis = null!;

    public ValueTask InitializeAsync()
    {
        _redis = NewStore("store");
        return ValueTask.CompletedTask;
    }

    public async Task<(BotWorld World, StoryGroup? Group)> OfAsync(BotMode mode, bool hasGroup)
    {
        await _one.WaitAsync();
        try
        {
            if (!_worlds.TryGetValue((mode, hasGroup), out var world))
                _worlds[(mode, hasGroup)] = world = hasGroup ? await WithGroupAsync(mode) : (await BotWorld.StartAsync(mode, _redis.Configuration), null);
            return world;
        }
        finally
        {
            _one.Release();
        }
    }

    private EmbeddedRedis NewStore(string name)
    {
        _stores.Add(EmbeddedRedis.Start(_folder.CreateSubdirectory(name).FullName));
        return _stores[^1];
    }

    private async Task<(BotWorld World, StoryGroup Group)> WithGroupAsync(BotMode mode)
    {
        const long Id = -1001;
        var clock = new StoryClock();
        var world = await BotWorld.StartAsync(mode, NewStore(mode.ToString()).Configuration, clock.Time, startHost: false);
        world.Set("Operators:TelegramGroup", Id.ToString(CultureInfo.InvariantCulture));
        await world.StartHostAsync();
        var phone = world.Telegram.InGroup(Id, 770000001, "Operadora");
        await phone.TypeAsync("buenos días a todos");
        return (world, new(phone, clock));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (world, _) in _worlds.Values)
            await world.DisposeAsync();
        foreach (var store in _stores)
            await store.DisposeAsync();
        _one.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>The operators' group, seen by one of them, and the clock of its world.</summary>
public sealed record StoryGroup(TelegramPhone Phone, StoryClock Clock);
