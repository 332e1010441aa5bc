using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.PasswordLinks;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>L6: the chat is not the account. Whoever holds cédula and clave may be a thief.</summary>
public sealed class AlertTests : NoticeWorld
{
    [Fact]
    public async Task L6_every_chat_that_knew_the_clave_a_day_before_and_every_mail_hears_of_a_change()
    {
        var telegram = await KnownAsync(Channel.Telegram);
        var whatsApp = await KnownAsync(Channel.WhatsApp);
        await ADayLaterAsync(telegram, whatsApp);
        var young = await KnownAsync(Channel.Telegram);
        Phone[] trusted = [telegram, whatsApp];
        var said = trusted.Select(phone => phone.Replies.Count).ToList();
        var (youngs, before) = (young.Replies.Count, Mails.To(World.MailFolder, Victim.Mail).Count);

        var asked = await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);

        foreach (var (phone, count) in trusted.Zip(said))
            (await phone.WaitForReplyAsync(count)).Text.ShouldContain(Alert);
        await RecordedAsync("change done");
        await UntilAsync(() => Task.FromResult(Mails.To(World.MailFolder, Victim.Mail).Count == before + 1));
        young.Replies.Count.ShouldBe(youngs);
        asked.Replies.Count(reply => reply.Text.Contains(Alert)).ShouldBe(0);
        asked.Replies[^1].Text.ShouldContain("Listo");
        whatsApp.Replies[^1].Text.ShouldContain("2. No fui yo");
    }

    [Fact]
    public async Task L6_a_thief_can_neither_freeze_nor_silence()
    {
        var owner = await KnownAsync(Channel.Telegram);
        await ADayLaterAsync(owner);
        var said = owner.Replies.Count;

        var thief = await StolenAsync(Channel.WhatsApp, Victim.Password, Journey.NewClave);
        (await thief.AskAsync("no fui yo")).Text.ShouldContain("1800 DELITO");
        (await thief.AskAsync("congelar la cuenta")).Text.ShouldNotContain("congel");
        await thief.AskAsync("borrar mis datos");
        (await thief.AskAsync("borrar todo")).Text.ShouldContain("borré");

        (await owner.WaitForReplyAsync(said)).Text.ShouldContain(Alert);
        (await RecordedAsync("erasure asked")).ShouldContain("change done");
        await Mails.WaitForAsync(World.MailFolder, Victim.Mail);
        (await Accounts.ReadAsync(Cedula, CancellationToken.None)).ShouldBeOfType<ReadResult.Found>().Frozen.ShouldBeFalse();
        (await Persons.ReadAsync(Person)).Knows(IdOf(owner)).ShouldBeTrue();
    }

    [Fact]
    public async Task L6_who_erases_the_chat_while_the_change_is_under_way_silences_nobody()
    {
        var owner = await KnownAsync(Channel.Telegram);
        await ADayLaterAsync(owner);
        var said = owner.Replies.Count;
        var thief = World.NewPhone(Channel.Telegram);
        using var browser = new PageClient(World.Url);
        var address = await Journey.ToLinkAsync(thief);
        await Journey.ProveAsync(browser, await browser.GetAsync(address), Victim);
        var links = World.Services.GetRequiredService<LinkStore>();
        var link = (await links.LookAsync(LinkToken.KeyOf(address.Segments[^1])!.Value))!;
        var found = (ReadResult.Found)await Accounts.ReadAsync(Cedula, CancellationToken.None);
        (await links.BeginChangeAsync(link, found.Marker)).ShouldBe(BeginResult.Begun);

        await thief.AskAsync("borrar");
        await thief.AskAsync("borrar todo");
        (await Accounts.ChangeAsync(Cedula, new Secret(Victim.Password), new Secret(Journey.NewClave), found.Marker, CancellationToken.None)).ShouldBeOfType<ChangeResult.Changed>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (owner.Replies.Count == said)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        owner.Replies[^1].Text.ShouldContain(Alert);
        (await RecordedAsync("change done")).ShouldContain("erasure asked");
        await Mails.WaitForAsync(World.MailFolder, Victim.Mail);
        thief.Replies[^1].Text.ShouldContain("borré");
    }

    [Fact]
    public async Task L6_who_changed_it_alone_says_so_and_can_still_think_better_of_it()
    {
        var owner = await KnownAsync(Channel.WhatsApp);
        await ADayLaterAsync(owner);
        var said = owner.Replies.Count;
        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);
        await owner.WaitForReplyAsync(said);

        (await owner.AskAsync("1")).Text.ShouldContain("Gracias");
        (await owner.AskAsync("No fui yo.")).Text.ShouldContain("¿La congelo?");
        await owner.AskAsync("menú");
        Time.Advance(TimeSpan.FromDays(7));
        (await owner.AskAsync("no fui yo")).Text.ShouldContain("1800 DELITO");
    }
}
