using System.Globalization;
using ClaveBot.Demo.Store;
using ClaveBot.Demo.Telegram;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Stories;

/// <summary>One bot for each mode and look, each over an embedded store, for all stories; those with operators have one more, on a clock that they move.</summary>
public sealed class StoryWorlds : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-stories-");
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<(BotMode Mode, bool Buttons, StoryKind Kind), (BotWorld World, StoryPages Pages, StoryGroup? Group)> _worlds = [];
    private readonly List<EmbeddedRedis> _stores = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <param name="mode">Whose accounts they are.</param>
    /// <param name="buttons">WhatsApp shows buttons and lists; otherwise it numbers the options.</param>
    /// <param name="kind">What it must have.</param>
    public async Task<(BotWorld World, StoryPages Pages, StoryGroup? Group)> OfAsync(BotMode mode, bool buttons, StoryKind kind)
    {
        await _one.WaitAsync();
        try
        {
            return _worlds.TryGetValue((mode, buttons, kind), out var world) ? world : _worlds[(mode, buttons, kind)] = await StartAsync(mode, buttons, kind);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<(BotWorld World, StoryPages Pages, StoryGroup? Group)> StartAsync(BotMode mode, bool buttons, StoryKind kind)
    {
        const long Id = -1001;
        var store = EmbeddedRedis.Start(_folder.CreateSubdirectory($"{mode}-{buttons}-{kind}").FullName);
        _stores.Add(store);
        var clock = kind == StoryKind.Plain ? null : new StoryClock();
        var world = await BotWorld.StartAsync(mode, store.Configuration, clock?.Time, startHost: false);
        world.Set("WhatsApp:QuickReplies", buttons ? "true" : "false");
        if (clock is not null)
            world.Set("Operators:TelegramGroup", Id.ToString(CultureInfo.InvariantCulture));
        await world.StartHostAsync();
        if (clock is null)
            return (world, new(world), null);
        var phone = world.Telegram.InGroup(Id, 770000001, "Operadora");
        await phone.TypeAsync("buenos días a todos");
        return (world, new(world), new(phone, clock));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (world, _, _) in _worlds.Values)
            await world.DisposeAsync();
        foreach (var store in _stores)
            await store.DisposeAsync();
        _one.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>The operators' group, seen by one of them, and the clock of its world.</summary>
public sealed record StoryGroup(TelegramPhone Phone, StoryClock Clock);
