using System.Collections.Concurrent;
using System.Globalization;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Pressure;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>Two instances of the product in this process, over one Redis and one clock that a test moves.</summary>
internal sealed class Twins : IAsyncDisposable
{
    private readonly ClaveBotSettings _settings;
    private readonly KeyRing _keys = new(new byte[32], new byte[32], []);
    private readonly Twin[] _twins = new Twin[2];
    private readonly ConcurrentQueue<Twin> _dead = new();
    private readonly ConnectionMultiplexer _redis;

    private Twins(ClaveBotSettings settings, ConnectionMultiplexer redis) => (_settings, _redis) = (settings, redis);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2030, 1, 7, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Everything that the messenger accepted, from whichever instance.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<OutgoingMessage>> Chats { get; } = new(StringComparer.Ordinal);

    /// <summary>On a store that is emptied first.</summary>
    public static async Task<Twins> StartAsync(string configuration)
    {
        var settings = new ClaveBotSettings { Mode = BotMode.Operator, PublicUrl = "https://clave.example.test", Redis = new() { Configuration = configuration } };
        var twins = new Twins(settings, await ConnectionMultiplexer.ConnectAsync(configuration + ",allowAdmin=true"));
        await twins._redis.GetServers()[0].FlushAllDatabasesAsync();
        for (var i = 0; i < 2; i++)
            await twins.ReplaceAsync(i);
        return twins;
    }

    public Twin Of(int index) => _twins[index];

    /// <summary>The instance is dead: what it holds in memory is gone, and another takes its place.</summary>
    public async Task ReplaceAsync(int index)
    {
        if (_twins[index] is { } old)
        {
            old.Messenger.IsDead = true;
            _dead.Enqueue(old);
        }

        _twins[index] = new Twin(Build, Time);
        await _twins[index].StartAsync();
    }

    /// <summary>Lets time pass: leases are on Redis' own clock, so they are moved instead of it. Then every instance looks at what is due.</summary>
    public async Task PassAsync(TimeSpan time, bool together = false)
    {
        Time.Advance(time);
        var server = _redis.GetServers()[0];
        var database = _redis.GetDatabase();
        await foreach (var lane in server.KeysAsync(pattern: "*:o:*", pageSize: 1000))
            await database.ScriptEvaluateAsync("if redis.call('HEXISTS', KEYS[1], 'until') == 1 then redis.call('HSET', KEYS[1], 'until', 0) end", [lane]);

        foreach (var twin in together ? [] : _twins)
            await twin.SweepAsync();
        if (together)
            await Task.WhenAll(_twins.Select(twin => twin.SweepAsync()));
    }

    /// <summary>Whether nothing waits to be sent any more.</summary>
    public async Task<bool> IsQuietAsync() => !await _redis.GetServers()[0].KeysAsync(pattern: "*:o:*", pageSize: 1000).AnyAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var twin in _twins.Concat(_dead))
            await twin.DisposeAsync();
        await _redis.DisposeAsync();
    }

    private ServiceProvider Build(Messenger messenger) => new ServiceCollection()
        .AddSingleton(_settings)
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(_keys)
        .AddSingleton<Sealer>()
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(new ClaveBot.Channels.Telegram.TelegramIdentity(_settings.Telegram))
        .AddSingleton<ClaveBot.Mail.ClaveChangedNotice>()
        .AddSingleton<ClaveBot.Mail.AccountFrozenNotice>()
        .AddAudit()
        .AddStores(_settings)
        .AddConversation(_settings)
        .AddPasswordLinks()
        .AddMetrics()
        .AddPressure()
        .AddOutbox()
        .AddSingleton<IChannelSender>(messenger.Into(Chats))
        .BuildServiceProvider();
}

/// <summary>One instance.</summary>
internal sealed class Twin(Func<Messenger, ServiceProvider> build, FakeTimeProvider time) : IAsyncDisposable
{
    // Nobody types faster, and whoever does is asked to slow down.
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(0.4);

    public Messenger Messenger { get; } = new();

    public ServiceProvider Services { get; private set; } = null!;

    public TurnHandler Turns => Services.GetRequiredService<TurnHandler>();

    public Task StartAsync()
    {
        Services = build(Messenger);
        return Services.GetRequiredService<OutboxSender>().StartAsync(CancellationToken.None);
    }

    /// <summary>Looks once at what is due.</summary>
    public Task SweepAsync() => Services.GetRequiredService<DueLoop>().SweepAsync(CancellationToken.None);

    /// <summary>One message of a chat.</summary>
    public Task<TurnOutcome> SayAsync(string chat, int id, IncomingContent content)
    {
        time.Advance(Typing);
        var queue = content is IncomingContent.Press ? MessageQueue.Presses : MessageQueue.Texts;
        return Turns.HandleAsync(new(new(Channel.Telegram, chat), new(queue, id.ToString(CultureInfo.InvariantCulture)), content), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Messenger.IsDead = true;
        await Services.GetRequiredService<OutboxSender>().StopAsync(new CancellationToken(canceled: true));
        await Services.DisposeAsync();
    }
}
