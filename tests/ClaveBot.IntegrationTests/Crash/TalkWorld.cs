using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Configuration;
using StackExchange.Redis;
using Channel = ClaveBot.Channels.Channel;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>People who talk to the bot while something happens to it, and what is known of it.</summary>
internal class TalkWorld : IAsyncDisposable
{
    private readonly ConnectionMultiplexer _store;

    /// <param name="bot">Its messengers and settings.</param>
    /// <param name="store">Of the test's own, to look whether something is unsent.</param>
    protected TalkWorld(BotWorld bot, ConnectionMultiplexer store)
    {
        (Bot, _store) = (bot, store);
        Settings = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(bot.Settings).Build());
        Keys = new(Convert.FromBase64String(Settings.Keys.Index), Convert.FromBase64String(Settings.Keys.Current), []);
    }

    public BotWorld Bot { get; }

    public ClaveBotSettings Settings { get; }

    public KeyRing Keys { get; }

    public Ledger Ledger { get; } = new();

    /// <summary>Where what happens now is counted.</summary>
    public Score Current { get; set; } = new(KillPoint.All[0], CrashFault.None);

    /// <summary>A message that no messenger holds any more, without an answer for so long, is lost.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Told of each report as it comes.</summary>
    public Action<string>? Say { get; set; }

    /// <summary>What went wrong, in words.</summary>
    public ConcurrentQueue<string> Reports { get; } = new();

    /// <summary>Over a world whose host runs.</summary>
    public static async Task<TalkWorld> OverAsync(BotWorld bot, string redis) => new(bot, await ConnectAsync(redis));

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
                if (await _store.GetDatabase().KeyExistsAsync(lanes) == 0)
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
        var database = _store.GetDatabase();
        var lane = RedisKeys.LaneOf(id, Lane.Chat);
        var fields = string.Join(' ', await database.HashKeysAsync(lane));
        var due = await database.SortedSetScoreAsync(RedisKeys.Due(id.Shard), new DueEntry.Unsent(id, Lane.Chat).Member);
        var record = (byte[]?)await database.StringGetAsync(RedisKeys.Record(id));
        var revision = record is { Length: >= 16 } ? BinaryPrimitives.ReadInt64BigEndian(record.AsSpan(8)) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"revision {revision}, lane [{fields}], due {due}");
    }

    /// <summary>How many messages the bot itself failed on, as it counts them before it gives one up: none should it.</summary>
    public int CountFailures() => Find("{*}:x:*").Count();

    public void Report(string what)
    {
        Reports.Enqueue(what);
        Say?.Invoke(what);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static Task WaitAsync(TimeSpan time, CancellationToken over) =>
        Task.Delay(time, TimeProvider.System, over).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static bool OneIn(int times) => RandomNumberGenerator.GetInt32(times) == 0;

    protected async Task RemoveAsync(string pattern)
    {
        try
        {
            await _store.GetDatabase().KeyDeleteAsync([.. Find(pattern)]);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // Killed just now; the next time will do.
        }
    }

    protected static async Task<ConnectionMultiplexer> ConnectAsync(string redis) =>
        await ConnectionMultiplexer.ConnectAsync(redis + ",abortConnect=false");

    private IEnumerable<RedisKey> Find(string pattern) => _store.GetEndPoints().Select(endPoint => _store.GetServer(endPoint))
        .Where(server => server is { IsConnected: true, IsReplica: false }).SelectMany(server => server.Keys(pattern: pattern));
}
