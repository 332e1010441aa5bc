using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>Two host processes behind a balancer, both messengers, and one redis-server that loses nothing it acknowledged.</summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> _marked = new(StringComparer.Ordinal);
    private readonly RedisServer _redis;
    private Balancer? _balancer;

    private CrashWorld(RedisServer redis, BotWorld bot)
    {
        (_redis, Bot) = (redis, bot);
        Settings = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(bot.Settings).Build());
        Keys = new(Convert.FromBase64String(Settings.Keys.Index), Convert.FromBase64String(Settings.Keys.Current), []);
        Instances = [new(bot, redis.Port, See), new(bot, redis.Port, See)];
        Current = new(KillPoint.All[0], CrashFault.None);
    }

    public BotWorld Bot { get; }

    public ClaveBotSettings Settings { get; }

    public KeyRing Keys { get; }

    public IReadOnlyList<Instance> Instances { get; }

    /// <summary>The cell that is being played.</summary>
    public Score Current { get; set; }

    /// <summary>A message without an answer for so long is lost.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>Told of each report as it comes.</summary>
    public Action<string>? Say { get; set; }

    /// <summary>What went wrong, in words.</summary>
    public ConcurrentQueue<string> Reports { get; } = new();

    public static async Task<CrashWorld> StartAsync(TimeSpan patience)
    {
        var redis = await RedisServer.StartAsync();
        var world = new CrashWorld(redis, await BotWorld.StartAsync(BotMode.Operator, redis.Configuration, startHost: false)) { Patience = patience };
        world._balancer = await Balancer.StartAsync(world.Bot.Url, world.Instances, () => world.Current.Fault);
        await Task.WhenAll(world.Instances.Select(instance => instance.StartAsync()));
        return world;
    }

    /// <summary>Now and then the messenger does to the next call what this cell is about.</summary>
    public void Provoke(Channel channel)
    {
        var faults = channel == Channel.Telegram ? Bot.Telegram.Faults : Bot.WhatsApp.Faults;
        if (Current.Point.NeedsPostponing && OneIn(8))
            faults.Next(new Fault.Refuse(429, 1));
        switch (Current.Fault)
        {
            case CrashFault.TooMany when OneIn(8):
                faults.Next(new Fault.Refuse(429, 1));
                break;
            case CrashFault.ServerError when OneIn(8):
                faults.Next(new Fault.Refuse(500));
                break;
            case CrashFault.Hang when OneIn(60):
                faults.Next(new Fault.Hang());
                break;
            case CrashFault.Cut when OneIn(10):
                faults.Next(new Fault.CutAfterAccept());
                break;
        }
    }

    /// <summary>What happens to Redis in this cell, until the cell is over.</summary>
    public async Task TroubleStoreAsync(CancellationToken over)
    {
        var away = Current.Fault == CrashFault.StoreAway;
        if (!away && Current.Fault != CrashFault.StoreKilled)
            return;
        while (!over.IsCancellationRequested)
        {
            if (away)
                CutStore(true);
            else
                await _redis.KillAsync();
            await WaitAsync(TimeSpan.FromSeconds(away ? 2 : 0.2), CancellationToken.None);
            if (away)
                CutStore(false);
            else
                await _redis.StartAgainAsync();
            await WaitAsync(TimeSpan.FromSeconds(4), over);
        }
    }

    /// <summary>Twilio tries for 15 seconds and no longer; then the message is only in its list, and comes from there.</summary>
    public async Task FetchIfGivenUpAsync(Score score, Channel channel, PhoneMessage message)
    {
        if (channel != Channel.WhatsApp)
            return;
        var attempts = Bot.WhatsApp.Attempts.All.Where(attempt => attempt.Id == message.Id).ToList();
        if (attempts.Exists(attempt => attempt.Taken) || attempts is not [.., { NextIn: null }])
            return;
        score.Fetch();
        await Bot.WhatsApp.DeliverAsync(message.Id);
    }

    /// <summary>For the report of a loss: whether the turn was committed, whether its answer waits, whether the messenger still has updates to bring.</summary>
    public async Task<string> DescribeAsync(ConversationId id)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_redis.Configuration);
        var database = connection.GetDatabase();
        var lane = RedisKeys.LaneOf(id, ClaveBot.Outbox.Lane.Chat);
        var fields = string.Join(' ', await database.HashKeysAsync(lane));
        var due = await database.SortedSetScoreAsync(RedisKeys.Due(id.Shard), new DueEntry.Unsent(id, ClaveBot.Outbox.Lane.Chat).Member);
        var record = (byte[]?)await database.StringGetAsync(RedisKeys.Record(id));
        var revision = record is { Length: >= 16 } ? BinaryPrimitives.ReadInt64BigEndian(record.AsSpan(8)) : 0;
        return string.Create(CultureInfo.InvariantCulture,
            $"revision {revision}, lane [{fields}], due {due}, {Bot.Telegram.PendingUpdates.Count} updates wait at Telegram");
    }

    /// <summary>Whether a send of this chat was marked between two moments: then what came at the second should not have come.</summary>
    public bool WasMarkedBetween(ConversationId id, DateTimeOffset from, DateTimeOffset to) =>
        _marked.TryGetValue(id.Text, out var times) && times.Any(time => time > from && time < to);

    /// <summary>When the sends of this chat were marked, for the report.</summary>
    public string MarksOf(ConversationId id) =>
        string.Join(' ', _marked.GetValueOrDefault(id.Text, new()).Select(time => time.ToString("ss.fff", CultureInfo.InvariantCulture)));

    public void Report(string what)
    {
        Reports.Enqueue(what);
        Say?.Invoke(what);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
            await instance.DisposeAsync();
        await _balancer!.DisposeAsync();
        await Bot.DisposeAsync();
        await _redis.DisposeAsync();
    }

    internal static Task WaitAsync(TimeSpan time, CancellationToken over) =>
        Task.Delay(time, TimeProvider.System, over).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static bool OneIn(int times) => RandomNumberGenerator.GetInt32(times) == 0;

    private void CutStore(bool away)
    {
        foreach (var instance in Instances)
            instance.CutStore(away);
    }

    private void See(string script, string key)
    {
        if (script == "sent" && key.Split(":o:") is [_, var id])
            _marked.GetOrAdd(id, static _ => new()).Enqueue(TimeProvider.System.GetUtcNow());
    }
}
