using System.Net;
using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Tests.Harness;
using ClaveBot.Texts;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>S10 through the whole host: what the page says is what binds with the old and the new clave say, made by OpenLDAP's own client.</summary>
public sealed partial class LdapPagesTests(LdapWorld world) : IClassFixture<LdapWorld>, IAsyncLifetime
{
    private const string First = "la primera clave de ana";
    private static readonly TestPerson Ana = TestPeople.Ana;
    private Phone _phone = null!;
    private PageClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        await world.RenewAsync();
        _phone = world.Bot.NewPhone(Channel.Telegram);
        _browser = new PageClient(world.Bot.Url);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task S10_a_clave_is_changed()
    {
        var page = await ToStepFiveAsync();
        var said = _phone.Replies.Count;
        await ChangedAsync(await Journey.ChooseAsync(_browser, page));
        (await _phone.WaitForReplyAsync(said)).Text.ShouldContain("Listo");
        (await Mails.WaitForAsync(world.Bot.MailFolder, Ana.Mail)).ShouldNotContain(Journey.NewClave);
    }

    /// <summary>Step 4 has heard the limits already when they are changed: so it is slapd that says what is wrong.</summary>
    [Theory]
    [InlineData("pwdMinLength", "60", Journey.NewClave, PageText.FaultShortForDirectory)]
    [InlineData("pwdMaxLength", "20", Journey.NewClave, PageText.FaultLongForDirectory)]
    [InlineData("pwdInHistory", "4", First, PageText.FaultInHistory)]
    [InlineData("pwdMinAge", "3600", Journey.NewClave, PageText.FaultTooYoung)]
    [InlineData("pwdAllowUserChange", "FALSE", Journey.NewClave, PageText.FaultNotAllowed)]
    public async Task S10_what_the_policy_refuses_is_said_and_stays_refused(string rule, string value, string replacement, PageText words)
    {
        await world.Slapd.ChangeAsync(Ana.Cedula, Ana.Password, First);
        await world.Slapd.ChangeAsync(Ana.Cedula, First, Ana.Password + "!");
        var page = await ToStepFiveAsync(Ana.Password + "!");
        await world.Slapd.PolicyAsync((rule, value));

        var refused = await Journey.ChooseAsync(_browser, page, replacement);

        Says(refused, words);
        await RefusedAsync(refused, Ana.Password + "!", replacement);
        await world.Slapd.PolicyAsync(("pwdMinLength", "15"), ("pwdMaxLength", "128"), ("pwdInHistory", "4"), ("pwdMinAge", "0"), ("pwdAllowUserChange", "TRUE"));
        await ChangedAsync(await Journey.ChooseAsync(_browser, refused, "Tres ollas de barro cantan"), Ana.Password + "!", "Tres ollas de barro cantan");
    }

    /// <summary>Recorded bytes: Debian's slapd has no checker of quality, and is always given the old clave.</summary>
    [Theory]
    [InlineData("3003810105", PageText.FaultQuality)]
    [InlineData("3003810104", PageText.FaultNeedsCurrent)]
    [InlineData("3003810101", PageText.FaultLocked)]
    public async Task S10_what_other_servers_refuse_is_said_too(string control, PageText words)
    {
        var page = await ToStepFiveAsync();
        await world.Slapd.PolicyAsync(("pwdAllowUserChange", "FALSE"));
        world.Wire.Answer = (19, Convert.FromHexString("A02430220419312E332E362E312E342E312E34322E322E32372E382E352E310405" + control));

        var refused = await Journey.ChooseAsync(_browser, page);

        Says(refused, words);
        await RefusedAsync(refused, Ana.Password, Journey.NewClave);
    }

    [Theory]
    [InlineData("pwdReset: TRUE", null, PageText.ReasonReset)]
    [InlineData("pwdChangedTime: 20200101000000Z", "86400", PageText.ReasonExpired)]
    public async Task S10_why_it_must_be_changed_now_is_said_and_it_can_be(string attribute, string? maxAge, PageText words)
    {
        await world.Slapd.RelaxedAsync($"dn: {SlapdServer.DnOf(Ana.Cedula)}\nchangetype: modify\nreplace: {attribute.Split(':')[0]}\n{attribute}\n");
        if (maxAge is not null)
            await world.Slapd.PolicyAsync(("pwdMaxAge", maxAge));

        var page = await ToStepFiveAsync();

        Says(page, words);
        await ChangedAsync(await Journey.ChooseAsync(_browser, page));
    }

    /// <summary>A replica: what is said is that nothing was changed, and nothing was.</summary>
    [Fact]
    public async Task S15_a_directory_that_takes_no_writes_is_said_to_be_away()
    {
        var page = await ToStepFiveAsync();
        await world.Slapd.ReadOnlyAsync(yes: true);
        try
        {
            (await Journey.ChooseAsync(_browser, page)).Result.ShouldBe("unavailable");
            await TakesAsync(Ana.Password, not: Journey.NewClave);
        }
        finally
        {
            await world.Slapd.ReadOnlyAsync(yes: false);
        }

        await ChangedAsync(await Journey.ChooseAsync(_browser, page));
    }

    [Theory]
    [InlineData(WireFault.AnswerLost)]
    [InlineData(WireFault.CutAfterwards)]
    internal async Task S10_a_time_out_after_the_write_ends_in_what_binds_say(WireFault fault)
    {
        var page = await ToStepFiveAsync();
        world.Wire.Fault = fault;
        await ChangedAsync(await Journey.ChooseAsync(_browser, page));
    }

    [Fact]
    public async Task S15_a_directory_that_dies_before_the_clave_is_asked_keeps_the_link()
    {
        var link = await Journey.ToLinkAsync(_phone);
        var page = await _browser.GetAsync(link);
        await world.Slapd.KillAsync();
        world.Wire.Cut(away: true);
        (await Journey.ProveAsync(_browser, page, Ana)).Result.ShouldBe("unavailable");
        await world.Slapd.LaunchAsync();
        world.Wire.Cut(away: false);
        await ChangedAsync(await Journey.ChooseAsync(_browser, await Journey.ProveAsync(_browser, await _browser.GetAsync(link), Ana)));
    }

    /// <summary>One refusal for all: somebody unknown, a wrong clave, an account that is locked, and one that the next failure would lock.</summary>
    [Fact]
    public async Task S7_one_refusal_for_all()
    {
        for (var i = 0; i < 10; i++)
            await world.Slapd.BindsAsync(TestPeople.Beto.Cedula, "no es esta");
        for (var i = 0; i < 9; i++)
            await world.Slapd.BindsAsync(TestPeople.Carla.Cedula, "no es esta");
        var page = await _browser.GetAsync(await Journey.ToLinkAsync(_phone));

        var answers = new List<string>();
        foreach (var person in new[] { Ana, TestPeople.Beto, TestPeople.Carla, Ana with { Cedula = "1759999996" } })
            answers.Add((await Journey.ProveAsync(_browser, page, person, "no es esta clave")).Html.Replace(person.Cedula, "", StringComparison.Ordinal));

        answers.ShouldAllBe(static answer => answer.Contains("data-result=\"refused\"", StringComparison.Ordinal));
        answers.Select(static answer => OfTheMoment().Replace(answer, "")).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await world.Slapd.BindsAsync(TestPeople.Carla.Cedula, TestPeople.Carla.Password)).ShouldBeTrue("the page caused the failure that locks");
    }

    /// <summary>The time that is left and the antiforgery token differ each time.</summary>
    [GeneratedRegex("data-left=\"[0-9]+\"|name=\"__[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex OfTheMoment();

    private async Task<Page> ToStepFiveAsync(string? clave = null)
    {
        var page = await Journey.ProveAsync(_browser, await _browser.GetAsync(await Journey.ToLinkAsync(_phone)), Ana, clave);
        page.Fields.ShouldContain("nueva");
        return page;
    }

    private static void Says(Page page, PageText words) => WebUtility.HtmlDecode(page.Html).ShouldContain(words.Say(Language.Spanish, "15", "128"));

    private async Task ChangedAsync(Page page, string? old = null, string replacement = Journey.NewClave)
    {
        page.Result.ShouldBe("changed");
        await TakesAsync(replacement, not: old ?? Ana.Password);
    }

    private async Task RefusedAsync(Page page, string old, string replacement)
    {
        page.Result.ShouldBe("refused");
        page.Fields.ShouldContain("nueva");
        await TakesAsync(old, not: replacement);
    }

    private async Task TakesAsync(string clave, string not)
    {
        (await world.Slapd.BindsAsync(Ana.Cedula, clave)).ShouldBeTrue();
        (await world.Slapd.BindsAsync(Ana.Cedula, not)).ShouldBeFalse();
    }
}
