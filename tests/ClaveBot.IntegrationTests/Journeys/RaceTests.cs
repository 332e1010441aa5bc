using ClaveBot.Channels;
using ClaveBot.PasswordLinks;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>S3: fifty at once, and one wins.</summary>
public sealed class RaceTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    private const int AtOnce = 50;

    [Fact]
    public async Task S3_of_fifty_browsers_that_claim_at_once_one_wins()
    {
        var link = await Journey.ToLinkAsync(world.Bot.NewPhone(Channel.Telegram));
        var browsers = Enumerable.Range(0, AtOnce).Select(_ => new PageClient(world.Bot.Url)).ToList();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.GetAsync(link)));

        var after = await Task.WhenAll(browsers.Zip(pages, (browser, page) => Journey.ProveAsync(browser, page, TestPeople.Elio)));

        after.Count(page => page.Fields.Contains("nueva")).ShouldBe(1);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task S3_of_fifty_final_posts_at_once_one_changes_and_all_are_told_so()
    {
        var phone = world.Bot.NewPhone(Channel.WhatsApp);
        var link = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(world.Bot.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Dora);
        var said = phone.Replies.Count;

        var results = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            using var tab = browser.Tab();
            return (await Journey.ChooseAsync(tab, page)).Result;
        }));

        results.ShouldAllBe(result => result == "changed");
        await phone.WaitForReplyAsync(said);
        await Mails.WaitForAsync(world.Bot.MailFolder, TestPeople.Dora.Mail);
        // Whatever else was committed is sent in order before the answer to this.
        await phone.AskAsync("gracias");
        phone.Replies.Count.ShouldBe(said + 2);
        Mails.To(world.Bot.MailFolder, TestPeople.Dora.Mail).Count.ShouldBe(1);
    }

    [Fact]
    public async Task S3_of_fifty_final_posts_of_a_recovery_one_changes_and_all_are_told_so()
    {
        var phone = world.Bot.NewPhone(Channel.Telegram);
        var link = await Journey.ToRecoveryAsync(phone);
        using var browser = new PageClient(world.Bot.Url);
        var page = await Journey.NameAsync(browser, link, TestPeople.Beto.Cedula);
        var code = Journey.CodeIn(await Mails.WaitForAsync(world.Bot.MailFolder, TestPeople.Beto.Mail)).ShouldNotBeNull();
        var said = phone.Replies.Count;

        var results = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            using var tab = browser.Tab();
            return (await Journey.RecoverAsync(tab, page, code)).Result;
        }));

        results.ShouldAllBe(result => result == "changed");
        await phone.WaitForReplyAsync(said);
        await Mails.WaitForAsync(world.Bot.MailFolder, TestPeople.Beto.Mail, "se cambió el");
        await phone.AskAsync("gracias");
        phone.Replies.Count.ShouldBe(said + 2);
        Mails.To(world.Bot.MailFolder, TestPeople.Beto.Mail).Count(mail => mail.Contains("se cambió el")).ShouldBe(1);
    }

    [Fact]
    public async Task S6_of_fifty_guesses_at_once_no_more_are_answered_than_a_link_allows()
    {
        var link = await Journey.ToLinkAsync(world.Bot.NewPhone(Channel.Telegram));
        using var browser = new PageClient(world.Bot.Url);
        var page = await browser.GetAsync(link);

        var after = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async i =>
        {
            using var tab = browser.Tab();
            return await Journey.ProveAsync(tab, page, TestPeople.Carla, $"adivino {i}");
        }));

        after.Count(answer => answer.Result == "refused").ShouldBeLessThanOrEqualTo(LinkStore.TriesAllowed);
        (await browser.GetAsync(link)).Result.ShouldBe("gone");
    }
}
