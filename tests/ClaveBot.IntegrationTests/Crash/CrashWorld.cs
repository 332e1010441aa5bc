using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using StackExchange.Redis;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>Two host processes behind a balancer, both messengers, and one redis-server that loses nothing it acknowledged.</summary>
internal sealed class CrashWorld : TalkWorld
{
    private readonly RedisServer _redis;
    private Balancer? _balancer;

    private CrashWorld(RedisServer redis, BotWorld bot, ConnectionMultiplexer store)
        : base(bot, store)
    {
        _redis = redis;
        Instances = [new("A", bot, redis.Port, Ledger), new("B", bot, redis.Port, Ledger)];
        Mails = new(bot.MailFolder);
    }

    public IReadOnlyList<Instance> Instances { get; }

    public MailFolder Mails { get; }

    /// <param name="patience">See <see cref="TalkWorld.Patience"/>.</param>
    /// <param name="holds">Whether the balancer holds requests while both hosts start again, or cuts them off.</param>
    public static async Task<CrashWorld> StartAsync(TimeSpan patience, bool holds)
    {
        var redis = await RedisServer.StartAsync();
        var bot = await BotWorld.StartAsync(BotMode.Operator, redis.Configuration, startHost: false);
        // Neither a link's end nor the day's cap comes in between.
        bot.Set("Links:Life", "01:00:00");
        bot.Set("WhatsApp:DailyCap", "10000000");
        var world = new CrashWorld(redis, bot, await ConnectAsync(redis.Configuration)) { Patience = patience };
        world._balancer = await Balancer.StartAsync(world.Bot.Url, world.Instances, () => world.Current.Fault, holds);
        await Task.WhenAll(world.Instances.Select(instance => instance.StartAsync()));
        return world;
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

    /// <summary>
    /// A host that dies over a proof never gives its try back, and after ten of them in an hour a stranger is refused: so it is meant,
    /// and nobody has ten in an hour.
    /// </summary>
    public Task ForgetTriesAsync() => RemoveAsync("{*}:l:proof-*");

    public override async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
            await instance.DisposeAsync();
        await _balancer!.DisposeAsync();
        await base.DisposeAsync();
        await _redis.DisposeAsync();
    }

    private void CutStore(bool away)
    {
        foreach (var instance in Instances)
            instance.CutStore(away);
    }
}
