using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Host or store are killed with SIGKILL in mid conversation; started again, it goes on where it was.</summary>
public sealed class KillTests : IAsyncLifetime
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

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task R1_after_the_host_was_killed_it_goes_on(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        await phone.AskAsync("hola");
        await phone.AskAsync("cambiar");

        await _host.KillAsync();
        _host = await HostProcess.StartAsync(_world);

        await SayAsync(phone, "sí", "Paso 2 de 6");
        var link = Journey.LinkOf(await SayAsync(phone, "sí", "Paso 3 de 6"));
        await _host.KillAsync();
        _host = await HostProcess.StartAsync(_world);
        using var browser = new PageClient(_world.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Ana);
        await _host.KillAsync();
        _host = await HostProcess.StartAsync(_world);
        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");
    }

    [Fact]
    public async Task R1_what_was_said_while_the_host_was_dead_is_answered()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        await _host.KillAsync();

        await phone.TypeAsync("cambiar");
        await _world.Telegram.Attempts.WaitForAsync(1);
        _host = await HostProcess.StartAsync(_world);

        await Journey.HearAsync(phone, 1, "Paso 1 de 6");
    }

    [Fact]
    public async Task R4_after_the_store_was_killed_it_goes_on()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        await phone.AskAsync("cambiar");

        await _redis.KillAsync();
        await phone.TypeAsync("sí");
        await _world.Telegram.Attempts.WaitForAsync(2);
        await _redis.StartAgainAsync();

        await Journey.HearAsync(phone, 2, "Paso 2 de 6");
    }

    private static async Task<PhoneMessage> SayAsync(Phone phone, string text, string expected)
    {
        var said = phone.Replies.Count;
        await phone.TypeAsync(text);
        return await Journey.HearAsync(phone, said, expected);
    }
}
