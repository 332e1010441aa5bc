using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Configuration;
using StackExchange.Redis;
using Channel = ClaveBot.Channels.Channel;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>Two host processes behind a balancer, both messengers, and one redis-server that loses nothing it acknowledged.</summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    private readonly RedisServer _redis;
    private Balancer? _balancer;
    private ConnectionMultiplexer? _store;

    private CrashWorld(RedisServer redis, BotWorld bot)
    {
        (_redis, Bot) = (redis, bot);
        Settings = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(bot.Settings).Build());
        Keys = new(Convert.FromBase64String(Settings.Keys.Index), Convert.FromBase64String(Settings.Keys.Current), []);
        Instances = [new("A", bot, redis.Port, Ledger), new("B", bot, redis.Port, Ledger)];
        Mails = new(bot.MailFolder);
        Current = new(KillPoint.All[0], CrashFault.None);
    }

    public BotWorld Bot { get; }

    public ClaveBotSettings Settings { get; }

    public KeyRing Keys { get; }

    public IReadOnlyList<Instance> Instances { get; }

    public Ledger Ledger { get; } = new();

    public MailFolder Mails { get; }

    /// <summary>The cell that is being played.</summary>
    public Score Current { get; set; }

    /// <summary>A message that no messenger holds any more, without an answer for so long, is lost.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>Told of each report as it comes.</summary>
    public Action<string>? Say { get; set; }

    /// <summary>What went wrong, in words.</summary>
    public ConcurrentQueue<string> Reports { get; } = new();

    /// <param name="patience">See <see cref="Patience"/>.</param>
    /// <param name="holds">Whether the balancer holds requests while both hosts start again, or cuts them off.</param>
    public static async Task<CrashWorld> StartAsync(TimeSpan patience, bool holds)
    {
        var redis = await RedisServer.StartAsync();
        var world = new CrashWorld(redis, await BotWorld.StartAsync(BotMode.Operator, redis.Configuration, startHost: false)) { Patience = patience };
        world._balancer = await Balancer.StartAsync(world.Bot.Url, world.Instances, () => world.Current.Fault, holds);
        world._store = await ConnectionMultiplexer.ConnectAsync(redis.Configuration + ",abortConnect=false");
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
            using (Ledger.StoreAway())
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
            }

            await WaitAsync(TimeSpan.FromSeconds(4), over);
        }
    }

    /// <summary>Whether the messenger still has something to bring from that chat: then nothing of it is lost yet.</summary>
    public bool IsStillBrought(Channel channel, string chat) => channel == Channel.Telegram && Bot.Telegram.HasPending(chat);

    /// <summary>Twilio tries for 15 seconds and no longer; then a message is only in its list, from where the bot has to fetch it.</summary>
    public bool WasGivenUp(Channel channel, PhoneMessage message)
    {
        if (channel != Channel.WhatsApp)
            return false;
        var attempts = Bot.WhatsApp.Attempts.All.Where(attempt => attempt.Id == message.Id).ToList();
        return !attempts.Exists(attempt => attempt.Taken) && attempts is [.., { NextIn: null }];
    }

    /// <summary>Waits until nothing of a conversation is unsent; false: it still was after <see cref="Patience"/>.</summary>
    public async Task<bool> IsAllSentAsync(ConversationId id)
    {
        RedisKey[] lanes = [.. Enum.GetValues<Lane>().Select(lane => RedisKeys.LaneOf(id, lane))];
        var glance = TimeSpan.FromSeconds(0.25);
        for (var left = Patience; left > TimeSpan.Zero; left -= glance)
        {
            try
            {
                if (await _store!.GetDatabase().KeyExistsAsync(lanes) == 0)
                    return true;
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                // Killed just now.
            }

            await WaitAsync(glance, CancellationToken.None);
        }

        return false;
    }

    /// <summary>For the report of a loss: whether the turn was committed, whether its answer waits, whether the messenger still has updates to bring.</summary>
    public async Task<string> DescribeAsync(ConversationId id)
    {
        var database = _store!.GetDatabase();
        var lane = RedisKeys.LaneOf(id, Lane.Chat);
        var fields = string.Join(' ', await database.HashKeysAsync(lane));
        var due = await database.SortedSetScoreAsync(RedisKeys.Due(id.Shard), new DueEntry.Unsent(id, Lane.Chat).Member);
        var record = (byte[]?)await database.StringGetAsync(RedisKeys.Record(id));
        var revision = record is { Length: >= 16 } ? BinaryPrimitives.ReadInt64BigEndian(record.AsSpan(8)) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"revision {revision}, lane [{fields}], due {due}");
    }

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
        await _store!.DisposeAsync();
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
}
