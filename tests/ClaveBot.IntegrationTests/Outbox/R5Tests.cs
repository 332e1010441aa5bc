using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Outbox;

/// <summary>
/// R5: the channel's API answers 429, 500, hangs, or cuts the connection after reading: the reply arrives later, in order; other
/// chats are not held up. Through the real host, on the wall's clock.
/// </summary>
public sealed class R5Tests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    private RedisServer _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
        // The host asks for its name once; faults are for what comes after.
        await _world.Telegram.Calls.WaitForAsync(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task R5_a_429_is_obeyed_and_holds_up_nobody_else(Channel channel)
    {
        var (phone, other) = (_world.NewPhone(channel), _world.NewPhone(channel));
        FaultsOf(channel).Next(new Fault.Refuse(429, RetryAfterSeconds: 4));
        var calls = CallsOf(channel).All.Count;
        await phone.TypeAsync("hola");
        var refused = await CallsOf(channel).WaitForAsync(calls);
        refused.Status.ShouldBe(429);

        await phone.TypeAsync("cambiar");
        await other.AskAsync("hola");
        phone.Replies.ShouldBeEmpty();

        await InOrderAsync(phone);
        (phone.Replies[0].At - refused.At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData(Channel.Telegram, 500)]
    [InlineData(Channel.Telegram, 502)]
    [InlineData(Channel.WhatsApp, 500)]
    [InlineData(Channel.WhatsApp, 503)]
    public async Task R5_after_an_error_of_the_server_the_replies_come_in_order(Channel channel, int status)
    {
        var phone = _world.NewPhone(channel);
        FaultsOf(channel).Next(new Fault.Refuse(status), calls: 2);

        var calls = CallsOf(channel).All.Count;
        await phone.TypeAsync("hola");
        await CallsOf(channel).WaitForAsync(calls);
        await phone.TypeAsync("cambiar");

        await InOrderAsync(phone);
        phone.Replies.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task R5_a_server_that_hangs_holds_up_neither_its_other_chats_nor_the_order(Channel channel)
    {
        var (phone, other) = (_world.NewPhone(channel), _world.NewPhone(channel));
        FaultsOf(channel).Next(new Fault.Hang());
        var calls = CallsOf(channel).All.Count;
        await phone.TypeAsync("hola");
        await CallsOf(channel).WaitForAsync(calls);

        await phone.TypeAsync("cambiar");
        await other.AskAsync("hola", TimeSpan.FromSeconds(5));
        phone.Replies.ShouldBeEmpty();

        await InOrderAsync(phone);
        phone.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task R5_what_Twilio_took_before_it_hung_up_is_found_there_and_not_sent_again()
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        _world.WhatsApp.Faults.Next(new Fault.CutAfterAccept());

        var calls = CallsOf(Channel.WhatsApp).All.Count;
        await phone.TypeAsync("hola");
        await CallsOf(Channel.WhatsApp).WaitForAsync(calls);
        await phone.TypeAsync("hola");
        await phone.WaitForReplyAsync(1, Soon);
        await phone.AskAsync("cambiar");

        phone.Replies.Count.ShouldBe(3);
        _world.WhatsApp.Calls.All.Count(call => call.Name.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task R5_what_Telegram_took_before_it_hung_up_comes_twice_and_nothing_is_lost()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        _world.Telegram.Faults.Next(new Fault.CutAfterAccept());

        await phone.TypeAsync("hola");
        await phone.WaitForReplyAsync(1, Soon);
        await phone.AskAsync("cambiar");

        phone.Replies.Select(reply => reply.Text).Take(2).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        phone.Replies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task R5_a_messenger_that_is_dead_for_everybody_holds_up_neither_the_other_one_nor_the_mail()
    {
        var stuck = Enumerable.Range(0, 70).Select(_ => _world.NewPhone(Channel.Telegram)).ToList();
        var calls = _world.Telegram.Calls.All.Count;
        _world.Telegram.Faults.Next(new Fault.Hang(), calls: stuck.Count);
        await Task.WhenAll(stuck.Select(phone => phone.TypeAsync("hola")));
        // More than a sender's workers.
        await _world.Telegram.Calls.WaitForAsync(calls + 60);

        var phone = _world.NewPhone(Channel.WhatsApp);
        // Before the sends to Telegram time out and free their workers.
        await phone.AskAsync("hola", TimeSpan.FromSeconds(7));
        var link = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(_world.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Ana);
        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");

        (await Mails.WaitForAsync(_world.MailFolder, TestPeople.Ana.Mail)).ShouldNotBeEmpty();
        stuck.ShouldContain(person => person.Replies.Count == 0, "Telegram should still hang");
        foreach (var person in stuck)
            await person.WaitForReplyAsync(0, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task R5_when_Telegram_refuses_everybody_it_is_left_in_peace_and_only_it()
    {
        var phones = Enumerable.Range(0, 40).Select(_ => _world.NewPhone(Channel.Telegram)).ToList();
        var calls = _world.Telegram.Calls.All.Count;
        _world.Telegram.Faults.Next(new Fault.Refuse(429, RetryAfterSeconds: 5), calls: 5);
        foreach (var phone in phones.Take(5))
            await phone.TypeAsync("hola");
        var last = await _world.Telegram.Calls.WaitForAsync(calls + 4);

        await Task.WhenAll(phones.Skip(5).Select(phone => phone.TypeAsync("hola")));
        await _world.NewPhone(Channel.WhatsApp).AskAsync("hola", TimeSpan.FromSeconds(4));

        await Task.WhenAll(phones.Select(phone => phone.WaitForReplyAsync(0, Soon)));
        phones.Skip(5).ShouldAllBe(phone => phone.Replies[0].At - last.At > TimeSpan.FromSeconds(4));
    }

    private async Task InOrderAsync(Phone phone)
    {
        await phone.WaitForReplyAsync(1, Soon);
        phone.Replies[0].Text.ShouldNotContain("Paso 1");
        phone.Replies[1].Text.ShouldContain("Paso 1 de 6");
    }

    private Faults FaultsOf(Channel channel) => channel == Channel.Telegram ? _world.Telegram.Faults : _world.WhatsApp.Faults;

    private Observed<ApiCall> CallsOf(Channel channel) => channel == Channel.Telegram ? _world.Telegram.Calls : _world.WhatsApp.Calls;
}
