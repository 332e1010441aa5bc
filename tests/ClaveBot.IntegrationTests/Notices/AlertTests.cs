using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Tests.Harness;

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
