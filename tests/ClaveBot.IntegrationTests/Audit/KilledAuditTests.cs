using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.IntegrationTests.Audit;

/// <summary>A process dies with SIGKILL between a change and its line.</summary>
public sealed class KilledAuditTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private BotWorld _world = null!;
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, startHost: false);
        _host = await HostProcess.StartAsync(_world);
    }

    [Fact]
    public async Task L5_a_host_that_is_killed_right_after_a_change_loses_no_line_and_writes_none_twice()
    {
        TestPerson[] people = [TestPeople.Ana, TestPeople.Beto, TestPeople.Carla];
        foreach (var person in people)
        {
            using var browser = new PageClient(_world.Url);
            var page = await browser.GetAsync(await Journey.ToLinkAsync(_world.NewPhone(Channel.WhatsApp)));
            page = await Journey.ProveAsync(browser, page, person);
            (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");
            await _host.KillAsync();
            _host = await HostProcess.StartAsync(_world);
        }

        await using var connection = new RedisConnection(new RedisSettings { Configuration = _redis.Configuration });
        await using var replicas = new ReplicaGate(new RedisSettings(), NullLogger<ReplicaGate>.Instance);
        var keys = new KeyRing(Convert.FromBase64String(_world.Settings["Keys:Index"]!), [], []);
        var report = new AuditReport(connection, replicas, new AuditKeys(keys), TimeProvider.System);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await report.VerifyAsync()).Lines < people.Length)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);

        var verdict = await report.VerifyAsync();
        verdict.Findings.ShouldBeEmpty();
        verdict.Lines.ShouldBe(people.Length);
        (await _redis.AskAsync("LRANGE", "{0}:audit:" + new AuditKeys(keys).Chain, "0", "-1")).Split("\"act\":\"change\"").Length.ShouldBe(people.Length + 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }
}
