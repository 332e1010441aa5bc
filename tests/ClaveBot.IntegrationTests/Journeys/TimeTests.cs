using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.PasswordLinks;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>What the bot does by itself when time passes.</summary>
public sealed class TimeTests : WorldInTime
{
    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task R6_the_chat_hears_that_the_link_expired_and_gets_a_fresh_one(Channel channel)
    {
        var phone = World.NewPhone(channel);
        var link = await Journey.ToLinkAsync(phone);
        var said = phone.Replies.Count;

        await PassAsync(TimeSpan.FromMinutes(11), () => Task.FromResult(phone.Replies.Count > said));

        phone.Replies[^1].Text.ShouldContain("venció");
        using var browser = new PageClient(World.Url);
        (await browser.GetAsync(link)).Result.ShouldBe("gone");
        var fresh = Journey.LinkOf(await phone.AskAsync("sí"));
        (await browser.GetAsync(fresh)).Fields.ShouldContain("cedula");
        phone.Replies.Count.ShouldBe(said + 2);
    }

    [Fact]
    public async Task A_change_that_was_written_but_not_settled_is_told()
    {
        var phone = World.NewPhone(Channel.Telegram);
        var (link, cedula) = await BegunAsync(phone);
        var directory = World.Services.GetRequiredService<IAccountDirectory>();
        (await directory.ChangeAsync(cedula, new Secret(TestPeople.Ana.Password), new Secret(Journey.NewClave), link.Marker, TestContext.Current.CancellationToken))
            .ShouldBeOfType<ChangeResult.Changed>();
        var said = phone.Replies.Count;

        await PassAsync(TimeSpan.FromMinutes(1), () => Task.FromResult(phone.Replies.Count > said));

        phone.Replies[^1].Text.ShouldContain("¡Listo!");
        (await Mails.WaitForAsync(World.MailFolder, TestPeople.Ana.Mail)).ShouldNotContain(Journey.NewClave);
    }

    [Fact]
    public async Task A_change_that_was_begun_but_not_written_frees_the_link_again()
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        var (link, _) = await BegunAsync(phone);
        var links = World.Services.GetRequiredService<LinkStore>();

        await PassAsync(TimeSpan.FromMinutes(1), async () => (await links.LookAsync(link.Key))!.State == LinkState.Claimed);
    }

    [Fact]
    public async Task A_link_that_was_blocked_while_the_chat_could_not_hear_of_it_is_told_later()
    {
        var phone = World.NewPhone(Channel.Telegram);
        var key = LinkToken.KeyOf((await Journey.ToLinkAsync(phone)).Segments[^1])!.Value;
        var links = World.Services.GetRequiredService<LinkStore>();
        for (var i = 0; i < LinkStore.TriesAllowed; i++)
        {
            await links.BeginTryAsync(key);
            await links.EndWrongTryAsync(key);
        }

        var said = phone.Replies.Count;

        await PassAsync(TimeSpan.FromMinutes(11), () => Task.FromResult(phone.Replies.Count > said));

        phone.Replies[^1].Text.ShouldContain("demasiadas veces");
    }

    private async Task<(StoredLink Link, Cedula Cedula)> BegunAsync(Demo.Phones.Phone phone)
    {
        var address = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(World.Url);
        await Journey.ProveAsync(browser, await browser.GetAsync(address), TestPeople.Ana);
        var links = World.Services.GetRequiredService<LinkStore>();
        var key = LinkToken.KeyOf(address.Segments[^1])!.Value;
        var link = (await links.LookAsync(key))!;
        Cedula.TryParse(TestPeople.Ana.Cedula, out var cedula).ShouldBeTrue();
        var directory = World.Services.GetRequiredService<IAccountDirectory>();
        var proven = (VerifyResult.Proven)await directory.VerifyAsync(cedula!, new Secret(TestPeople.Ana.Password), CancellationToken.None);
        (await links.BeginChangeAsync(link, proven.Marker)).ShouldBe(BeginResult.Begun);
        return ((await links.LookAsync(key))!, cedula!);
    }

    /// <summary>Lets time pass second by second, as the due loop lives through it, until something is so.</summary>
    private async Task PassAsync(TimeSpan most, Func<Task<bool>> until)
    {
        for (var passed = TimeSpan.Zero; passed < most && !await until(); passed += TimeSpan.FromSeconds(1))
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await until())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }
}
