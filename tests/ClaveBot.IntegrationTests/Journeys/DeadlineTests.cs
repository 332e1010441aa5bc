using ClaveBot.Channels;
using ClaveBot.PasswordLinks;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>S5: what is stored is what is configured; a second before it works, a second after it does not. And more time, within its cap.</summary>
public sealed class DeadlineTests() : WorldInTime(("Links:Life", "00:07:00"))
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task S5_a_link_works_until_a_second_before_its_deadline()
    {
        var (early, late) = (await SentAsync(), await SentAsync());
        var sent = Time.GetUtcNow();
        using var browser = new PageClient(World.Url);
        var page = await browser.GetAsync(early);
        (await DeadlineAsync(early)).ShouldBe(sent + Life);

        Time.SetUtcNow(sent + Life - Second);
        page = await Journey.ProveAsync(browser, page, TestPeople.Ana);
        page.Fields.ShouldContain("nueva");
        using var other = new PageClient(World.Url);
        var open = await other.GetAsync(late);
        open.Fields.ShouldContain("cedula");

        Time.SetUtcNow(sent + Life + Second);
        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("gone");
        (await Journey.ProveAsync(other, open, TestPeople.Beto)).Result.ShouldBe("gone");
        (await other.GetAsync(late)).Result.ShouldBe("gone");
    }

    [Fact]
    public async Task S5_a_code_works_for_ten_minutes_and_so_does_its_link()
    {
        var link = await Journey.ToRecoveryAsync(World.NewPhone(Channel.WhatsApp));
        using var browser = new PageClient(World.Url);
        Time.Advance(TimeSpan.FromMinutes(5));
        var asked = Time.GetUtcNow();
        var page = await Journey.NameAsync(browser, link, TestPeople.Ana.Cedula);
        (await DeadlineAsync(link)).ShouldBe(asked + TimeSpan.FromMinutes(10));
        Time.Advance(Second);
        var code = Journey.CodeIn(await Mails.WaitForAsync(World.MailFolder, TestPeople.Ana.Mail)).ShouldNotBeNull();
        using var tab = browser.Tab();

        Time.SetUtcNow(asked + TimeSpan.FromMinutes(10) - Second);
        (await Journey.RecoverAsync(browser, page, code, "corta")).Result.ShouldBe("refused");
        Time.SetUtcNow(asked + TimeSpan.FromMinutes(10) + Second);
        (await Journey.RecoverAsync(tab, page, code)).Result.ShouldBe("gone");
    }

    [Fact]
    public async Task More_time_is_given_as_often_as_the_cap_allows_and_keeps_the_link_as_it_is()
    {
        var link = await SentAsync();
        var sent = Time.GetUtcNow();
        using var browser = new PageClient(World.Url);
        using var stranger = new PageClient(World.Url);
        Time.Advance(Life - TimeSpan.FromMinutes(1));

        (await MoreAsync(browser, await browser.GetAsync(link))).Html.ShouldContain("Necesito más tiempo");
        (await DeadlineAsync(link)).ShouldBe(sent + (Life * 2));
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Ana);
        (await MoreAsync(stranger, page with { Html = "" })).Fields.ShouldBeEmpty();
        page = await MoreAsync(browser, page);
        page.Html.ShouldNotContain("<button class=\"quiet\" type=\"submit\" name=\"mas\"");
        (await DeadlineAsync(link)).ShouldBe(sent + (Life * LinkStore.LongestLives));
        await MoreAsync(browser, page);
        (await DeadlineAsync(link)).ShouldBe(sent + (Life * LinkStore.LongestLives));

        Time.SetUtcNow(sent + (Life * LinkStore.LongestLives) - Second);
        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");
    }

    private static Task<Page> MoreAsync(PageClient browser, Page page) => browser.SubmitAsync(page, ("cedula", "17"), ("mas", "tiempo"));

    private async Task<Uri> SentAsync()
    {
        var phone = World.NewPhone(Channel.Telegram);
        var link = await Journey.ToLinkAsync(phone);
        await DeadlineAsync(link);
        return link;
    }

    // The send is marked after the phone has the message.
    private async Task<DateTimeOffset> DeadlineAsync(Uri link)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await Server.AskAsync("--scan", "--pattern", "*:o:*")).Trim().Length > 0)
            patience.Token.ThrowIfCancellationRequested();
        return (await World.Services.GetRequiredService<LinkStore>().LookAsync(LinkToken.KeyOf(link.Segments[^1])!.Value))!.Deadline;
    }
}
