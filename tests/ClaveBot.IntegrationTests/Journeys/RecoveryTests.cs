using System.Net;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.PasswordLinks;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Recovery end to end over HTTP: chat, link, cédula, code by mail, new clave, notices.</summary>
public sealed class RecoveryTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task Whoever_forgot_the_clave_makes_another_with_a_code_by_mail(Channel channel)
    {
        var person = channel == Channel.Telegram ? TestPeople.Ana : TestPeople.Beto;
        var phone = world.Bot.NewPhone(channel);
        var link = await Journey.ToRecoveryAsync(phone);
        using var browser = new PageClient(world.Bot.Url);
        (await browser.GetAsync(link)).Fields.ShouldBe(["cedula"]);

        var page = await Journey.NameAsync(browser, link, person.Cedula);
        page.Fields.ShouldBe(["codigo", "username", "nueva", "confirmacion"]);
        page.Html.ShouldNotContain(person.Mail);
        var mail = await Mails.WaitForAsync(world.Bot.MailFolder, person.Mail);
        var said = phone.Replies.Count;
        var done = await Journey.RecoverAsync(browser, page, Journey.CodeIn(mail).ShouldNotBeNull());

        done.Result.ShouldBe("changed");
        (await phone.WaitForReplyAsync(said)).Text.ShouldContain("Listo");
        await IsAsync(person, Journey.NewClave);
        await Mails.WaitForAsync(world.Bot.MailFolder, person.Mail, "se cambió el");
        Mails.To(world.Bot.MailFolder, person.Mail).ShouldAllBe(text => !text.Contains(Journey.NewClave));
        using var stranger = new PageClient(world.Bot.Url);
        (await stranger.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        using var later = new PageClient(world.Bot.Url);
        (await Journey.ProveAsync(later, await later.GetAsync(await Journey.ToLinkAsync(phone)), person, Journey.NewClave)).Fields.ShouldContain("nueva");
    }

    [Fact]
    public async Task S6_without_the_mailed_code_nothing_is_ever_written()
    {
        var person = TestPeople.Carla;
        var phone = world.Bot.NewPhone(Channel.Telegram);
        var link = await Journey.ToRecoveryAsync(phone);
        using var browser = new PageClient(world.Bot.Url);
        var page = await Journey.NameAsync(browser, link, person.Cedula);
        var right = Journey.CodeIn(await Mails.WaitForAsync(world.Bot.MailFolder, person.Mail)).ShouldNotBeNull();
        var wrong = right[0] == '9' ? "0" + right[1..] : "9" + right[1..];
        using var stranger = new PageClient(world.Bot.Url);
        await stranger.GetAsync(link);

        // Neither without the cookie, nor with fields missing, nor with a clave that breaks the rules: and none of it is a try.
        (await Journey.RecoverAsync(stranger, page with { Html = (await stranger.GetAsync(link)).Html }, right)).Fields.ShouldBe(["cedula"]);
        (await Journey.RecoverAsync(browser, page, "")).Html.ShouldContain("id=\"codigo-error\"");
        (await Journey.RecoverAsync(browser, page, "123")).Html.ShouldContain("id=\"codigo-error\"");
        (await Journey.RecoverAsync(browser, page, right, "corta")).Html.ShouldContain("id=\"nueva-error\"");
        var said = phone.Replies.Count;
        for (var i = 1; i < RecoveryCode.TriesAllowed; i++)
            (await Journey.RecoverAsync(browser, page, wrong)).Result.ShouldBe("refused");
        (await Journey.RecoverAsync(browser, page, wrong)).Result.ShouldBe("gone");
        (await Journey.RecoverAsync(browser, page, right)).Result.ShouldBe("gone");

        (await phone.WaitForReplyAsync(said)).Text.ShouldContain("demasiadas veces");
        await IsAsync(person, person.Password);
        browser.Seen.ShouldAllBe(seen => !seen.Contains(Journey.NewClave));
    }

    [Fact]
    public async Task A_browser_that_was_closed_while_the_mail_was_read_goes_on_with_the_code_that_came()
    {
        var person = TestPeople.Dora;
        var link = await Journey.ToRecoveryAsync(world.Bot.NewPhone(Channel.WhatsApp));
        using (var closed = new PageClient(world.Bot.Url))
            await Journey.NameAsync(closed, link, person.Cedula);
        var code = Journey.CodeIn(await Mails.WaitForAsync(world.Bot.MailFolder, person.Mail)).ShouldNotBeNull();

        using var browser = new PageClient(world.Bot.Url);
        (await browser.GetAsync(link)).Html.ShouldContain("ya se pidió un código");
        var page = await Journey.NameAsync(browser, link, person.Cedula);

        (await Journey.RecoverAsync(browser, page, code.Replace(' ', '-'))).Result.ShouldBe("changed");
        Mails.To(world.Bot.MailFolder, person.Mail).Count(mail => Journey.CodeIn(mail) is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Another_code_ends_the_one_before_and_a_link_gives_three()
    {
        var person = TestPeople.Elio;
        var link = await Journey.ToRecoveryAsync(world.Bot.NewPhone(Channel.Telegram));
        using var browser = new PageClient(world.Bot.Url);
        var page = await Journey.NameAsync(browser, link, person.Cedula);
        var first = Journey.CodeIn(await Mails.WaitForAsync(world.Bot.MailFolder, person.Mail)).ShouldNotBeNull();

        for (var i = 1; i < RecoveryCode.PerLink; i++)
            (await browser.SubmitAsync(page, ("otro", "codigo"))).Fields.ShouldContain("codigo");
        (await browser.SubmitAsync(page, ("otro", "codigo"))).Html.ShouldContain("ya se pidieron varios códigos");
        var last = await Mails.WaitForAsync(world.Bot.MailFolder, person.Mail, count: RecoveryCode.PerLink);

        (await Journey.RecoverAsync(browser, page, first)).Result.ShouldBe("refused");
        var results = new List<string>();
        foreach (var code in last.Select(Journey.CodeIn).Where(code => code != first))
            results.Add((await Journey.RecoverAsync(browser, page, code!)).Result);
        results.ShouldContain("changed");
        await IsAsync(person, Journey.NewClave);
    }

    private async Task IsAsync(TestPerson person, string clave)
    {
        var directory = world.Bot.Services.GetRequiredService<IAccountDirectory>();
        Cedula.TryParse(person.Cedula, out var cedula).ShouldBeTrue();
        foreach (var typed in new[] { person.Password, Journey.NewClave })
        {
            using var secret = new Secret(typed);
            var verified = await directory.VerifyAsync(cedula!, secret, TestContext.Current.CancellationToken);
            (verified is VerifyResult.Proven).ShouldBe(typed == clave, typed);
        }
    }
}
