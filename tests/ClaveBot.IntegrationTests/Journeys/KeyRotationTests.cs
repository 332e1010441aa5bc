using System.Security.Cryptography;
using ClaveBot.Channels;
using ClaveBot.Demo.Wire;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Keys:Current is rotated at a restart: what the old one sealed goes on, and what is written again needs it no more.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Records_unsent_messages_and_links_of_the_old_key_go_on_under_the_new_one()
    {
        var linked = _world.NewPhone(Channel.WhatsApp);
        var link = await Journey.ToLinkAsync(linked);
        using var browser = new PageClient(_world.Url);
        var stepFive = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Ana);
        var unsent = _world.NewPhone(Channel.Telegram);
        await unsent.AskAsync("hola");
        var calls = _world.Telegram.Calls.All.Count;
        _world.Telegram.Faults.Next(new Fault.Refuse(500));
        await unsent.TypeAsync("cambiar");
        await _world.Telegram.Calls.WaitForAsync(calls);

        await RestartWithNewKeyAsync();

        await Journey.HearAsync(unsent, 1, "Paso 1 de 6");
        (await Journey.ChooseAsync(browser, stepFive)).Result.ShouldBe("changed");
        await Journey.HearAsync(unsent, 2, "Paso 2 de 6", () => unsent.TypeAsync("sí"));

        await _world.StopHostAsync();
        _world.Set("Keys:Previous:0", null);
        await _world.StartHostAsync();

        await Journey.HearAsync(unsent, 3, "Paso 3 de 6", () => unsent.TypeAsync("sí"));
    }

    private async Task RestartWithNewKeyAsync()
    {
        await _world.StopHostAsync();
        _world.Set("Keys:Previous:0", _world.Settings["Keys:Current"]);
        _world.Set("Keys:Current", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await _world.StartHostAsync();
    }
}
