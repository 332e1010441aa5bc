using System.Globalization;
using System.Net;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Pressure;

/// <summary>R8: ten times the load that fits, because Redis is slow.</summary>
public sealed class OverloadTests : IAsyncLifetime
{
    // What an instance works on at once, and what waits for it.
    private const int AtOnce = 256;
    private const int Waiting = 512;

    private RedisServer _server = null!;
    private SlowProxy _redis = null!;
    private BotWorld _world = null!;
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _redis = new SlowProxy(_server.Port);
        _world = await BotWorld.StartAsync(
            BotMode.Portal, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_redis.Port},asyncTimeout=20000,syncTimeout=20000"), startHost: false);
        _host = await HostProcess.StartAsync(_world);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task R8_too_much_is_refused_at_once_and_memory_stays_bounded_and_it_recovers()
    {
        var phones = Enumerable.Range(0, 10 * AtOnce).Select(_ => _world.NewPhone(Channel.Telegram)).ToList();
        var calm = _world.NewPhone(Channel.WhatsApp);
        _redis.Delay = TimeSpan.FromSeconds(2);
        await Task.WhenAll(phones.Select(phone => phone.TypeAsync("hola")));

        await UntilAsync(async () => await ReadAsync("clavebot_webhooks_refused_total{channel=\"Telegram\"}") > 0);
        var (most, line) = (0.0, 0.0);
        for (var look = 0; look < 20; look++)
        {
            most = Math.Max(most, await ReadAsync("clavebot_webhooks_in_progress{channel=\"Telegram\"}"));
            line = Math.Max(line, await ReadAsync("clavebot_webhooks_waiting{channel=\"Telegram\"}"));
        }

        most.ShouldBe(AtOnce);
        line.ShouldBeInRange(1, Waiting);
        (await ReadAsync("process_working_set_bytes")).ShouldBeLessThan(600e6);
        await calm.TypeAsync("hola");

        _redis.Delay = TimeSpan.Zero;

        await UntilAsync(() => Task.FromResult(phones.TrueForAll(phone => phone.Replies.Count == 1)));
        (await calm.WaitForReplyAsync(0)).Text.ShouldNotBeEmpty();
        calm.Replies.Count.ShouldBe(1, "whoever floods one address does not close the other");
        var statuses = _world.Telegram.Attempts.All.Select(attempt => attempt.Status).Distinct().ToList();
        statuses.ShouldContain(HttpStatusCode.ServiceUnavailable);
        statuses.ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.ServiceUnavailable);
        _world.Telegram.Attempts.All.Where(attempt => !attempt.Taken).ShouldAllBe(attempt => attempt.NextIn >= TimeSpan.FromSeconds(1), "Retry-After says when");
        await UntilAsync(async () => await ReadAsync("clavebot_webhooks_in_progress{channel=\"Telegram\"}") == 0);
        phones.ShouldAllBe(phone => phone.Replies.Count == 1);
    }

    private Task<double> ReadAsync(string metric) => Scrape.ReadAsync(_world, metric);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await holds())
            await glance.WaitForNextTickAsync(patience.Token);
    }
}
