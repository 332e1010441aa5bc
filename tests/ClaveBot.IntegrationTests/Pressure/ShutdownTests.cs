using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Pressure;

/// <summary>SIGTERM in the middle of the work, as in every deploy: nothing is lost and nothing is sent twice.</summary>
public sealed class ShutdownTests : IAsyncLifetime
{
    private const int People = 300;

    private RedisServer _redis = null!;
    private BotWorld _world = null!;
    private SlowProxy _telegram = null!;
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration, startHost: false);
        _telegram = new SlowProxy(new Uri(_world.Telegram.Url).Port);
        _host = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _telegram.DisposeAsync();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Stopped_under_load_and_started_again_it_answers_everybody_once()
    {
        var phones = Enumerable.Range(0, People).Select(_ => _world.NewPhone(Channel.Telegram)).ToList();
        foreach (var text in new[] { "hola", "cambiar mi clave" })
        {
            // 64 sends at once, each of them slow: far more waits than can be sent in what a host has left.
            _telegram.Delay = TimeSpan.FromSeconds(1.5);
            var sentBefore = phones.Sum(phone => phone.Replies.Count);
            await Task.WhenAll(phones.Select(phone => phone.TypeAsync(text)));
            await AnyAsync(() => phones.Sum(phone => phone.Replies.Count) > sentBefore + 32);

            (await _host.TerminateAsync()).ShouldBe(0, _host.Said);

            phones.Sum(phone => phone.Replies.Count).ShouldBeLessThan(sentBefore + People, "something must be left over");
            await _host.DisposeAsync();
            _telegram.Delay = TimeSpan.Zero;
            _host = await StartAsync();
            var expected = sentBefore + People;
            await AnyAsync(() => phones.Sum(phone => phone.Replies.Count) >= expected);
        }

        await AnyAsync(() => _world.Telegram.PendingUpdates.Count == 0);
        phones.Count(phone => phone.Replies.Count > 2).ShouldBe(0, "people who read something twice");
        phones.Count(phone => !phone.Replies[1].Text.Contains("Paso 1 de 6", StringComparison.Ordinal)).ShouldBe(0);
        _world.Telegram.Calls.All.Count(call => string.Equals(call.Name, "sendMessage", StringComparison.OrdinalIgnoreCase)).ShouldBe(2 * People);
    }

    private Task<HostProcess> StartAsync() => HostProcess.StartAsync(
        _world, ("Telegram:ApiUrl", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_telegram.Port}")));

    private static async Task AnyAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!holds())
            await glance.WaitForNextTickAsync(patience.Token);
    }
}
