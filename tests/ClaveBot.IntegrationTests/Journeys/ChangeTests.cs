using System.Net;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>The main job end to end over HTTP: chat, link, both pages, directory, notice.</summary>
public sealed class ChangeTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task A_person_changes_the_clave(Channel channel)
    {
        var person = channel == Channel.Telegram ? TestPeople.Ana : TestPeople.Beto;
        var phone = world.Bot.NewPhone(channel);
        var link = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(world.Bot.Url);

        var stepFive = await Journey.ProveAsync(browser, await browser.GetAsync(link), person);
        stepFive.Fields.ShouldContain("nueva");
        var said = phone.Replies.Count;
        var done = await Journey.ChooseAsync(browser, stepFive);

        done.Result.ShouldBe("changed");
        (await phone.WaitForReplyAsync(said)).Text.ShouldContain("Listo");
        var directory = world.Bot.Services.GetRequiredService<IAccountDirectory>();
        Cedula.TryParse(person.Cedula, out var cedula).ShouldBeTrue();
        (await directory.VerifyAsync(cedula!, new Secret(person.Password), TestContext.Current.CancellationToken)).ShouldBeOfType<VerifyResult.Refused>();
        (await directory.VerifyAsync(cedula!, new Secret(Journey.NewClave), TestContext.Current.CancellationToken)).ShouldBeOfType<VerifyResult.Proven>();
        var mail = await Mails.WaitForAsync(world.Bot.MailFolder, person.Mail);
        mail.ShouldNotContain(Journey.NewClave);
        mail.ShouldNotContain(person.Password);
        using var stranger = new PageClient(world.Bot.Url);
        var gone = await stranger.GetAsync(link);
        gone.Result.ShouldBe("gone");
        gone.Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task S6_what_is_wrong_is_said_at_its_field_and_the_link_stays_good()
    {
        var link = await Journey.ToLinkAsync(world.Bot.NewPhone(Channel.Telegram));
        using var browser = new PageClient(world.Bot.Url);
        var page = await browser.GetAsync(link);

        await RefusedAtAsync("cedula", ("cedula", "1700000002"), ("clave", "x"), ("acuerdo", "si"));
        await RefusedAtAsync("cedula", ("cedula", ""), ("clave", "x"), ("acuerdo", "si"));
        await RefusedAtAsync("clave", ("cedula", TestPeople.Carla.Cedula), ("clave", ""), ("acuerdo", "si"));
        await RefusedAtAsync("acuerdo", ("cedula", TestPeople.Carla.Cedula), ("clave", "x"));
        (await Journey.ProveAsync(browser, page, TestPeople.Carla, "no es esta clave")).Result.ShouldBe("refused");

        page = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Carla);
        await RefusedAtAsync("confirmacion", ("nueva", Journey.NewClave), ("confirmacion", "otra"));
        await RefusedAtAsync("nueva", ("nueva", ""), ("confirmacion", ""));
        (await Journey.ChooseAsync(browser, page, "corta")).Result.ShouldBe("refused");
        (await Journey.ChooseAsync(browser, page, "123456789012345")).Result.ShouldBe("refused");
        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");
        browser.Seen.ShouldAllBe(seen => !seen.Contains("no es esta clave") && !seen.Contains(Journey.NewClave));

        async Task RefusedAtAsync(string field, params (string Name, string Value)[] fields)
        {
            var refused = await browser.SubmitAsync(page, fields);
            refused.Status.ShouldBe(HttpStatusCode.OK);
            refused.Html.ShouldContain($"id=\"{field}-error\"");
        }
    }

    [Fact]
    public async Task S2_a_link_is_looked_at_by_robots_and_stays_good()
    {
        var phone = world.Bot.NewPhone(Channel.WhatsApp);
        var link = await Journey.ToLinkAsync(phone);
        using var robot = new PageClient(world.Bot.Url);
        var said = phone.Replies.Count;

        for (var i = 0; i < 5; i++)
        {
            (await robot.GetAsync(link)).Fields.ShouldContain("cedula");
            await robot.SendAsync(HttpMethod.Head, link);
            await robot.SendAsync(HttpMethod.Options, link);
        }

        await robot.SubmitAsync(await robot.GetAsync(link));
        using var person = new PageClient(world.Bot.Url);
        (await Journey.ProveAsync(person, await person.GetAsync(link), TestPeople.Dora)).Fields.ShouldContain("nueva");
        phone.Replies.Count.ShouldBe(said);
    }
}
