using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Demo.Store;
using ClaveBot.Demo.Wire;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Handoff;

/// <summary>R1 for what passes between a person and the operators: the instance that had it in hand is killed, another one goes on.</summary>
public sealed class HandoffKillTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private BotWorld _world = null!;
    private HostProcess _first = null!;
    private HostProcess _second = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration, startHost: false);
        _world.Set("Operators:TelegramGroup", "-1001");
        _world.Set("Operators:Hours", "00:00-24:00");
        _world.Set("Operators:Days", "Mon-Sun");
        _first = await HostProcess.StartAsync(_world);
        var url = Address();
        _second = await HostProcess.StartAsync(new Dictionary<string, string?>(_world.Settings, StringComparer.Ordinal) { ["Urls"] = url, ["Admin:Urls"] = Address() }, new Uri(url));
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task R1_what_was_in_hand_when_it_was_killed_arrives_once_both_ways()
    {
        var group = _world.Telegram.InGroup(-1001, 770000001, "Operadora");
        await group.TypeAsync("buenos días");
        var person = _world.NewPhone(Channel.Telegram);
        await person.AskAsync("escribir a alguien");
        await person.TypeAsync("primera");
        var asked = await Journey.HearAsync(group, 0, "primera");
        await person.WaitForReplyAsync(1);

        // Telegram reads the question and never answers: nobody in the group sees it.
        await KilledInHandAsync(() => person.TypeAsync("segunda"));
        await Journey.HearAsync(group, 0, "segunda");
        await StartFirstAsync();

        await KilledInHandAsync(() => group.ReplyAsync(asked, "ya la ayudo"));
        await Journey.HearAsync(person, 0, "ya la ayudo");
        await StartFirstAsync();

        await person.TypeAsync("tercera");
        await Journey.HearAsync(group, 0, "tercera");
        foreach (var text in new[] { "primera", "segunda", "tercera" })
            group.Replies.Count(reply => reply.Text.Contains(text)).ShouldBe(1, text);
        person.Replies.Count(reply => reply.Text.Contains("ya la ayudo")).ShouldBe(1);
    }

    /// <summary>Kills the instance that takes the webhooks while it sends what this leads to.</summary>
    private async Task KilledInHandAsync(Func<Task> act)
    {
        var calls = _world.Telegram.Calls.All.Count;
        _world.Telegram.Faults.Next(new Fault.Hang());
        await act();
        (await _world.Telegram.Calls.WaitForAsync(calls)).Name.ShouldBe("sendMessage");
        await _first.KillAsync();
    }

    private async Task StartFirstAsync()
    {
        var calls = _world.Telegram.Calls.All.Count;
        _first = await HostProcess.StartAsync(_world);
        // It asks for its name, once; later nothing but messages is sent.
        (await _world.Telegram.Calls.WaitForAsync(calls)).Name.ShouldBe("getMe");
    }

    private static string Address() => $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}";
}
