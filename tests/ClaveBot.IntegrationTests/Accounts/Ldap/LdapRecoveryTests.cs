using System.Net;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Keys;
using ClaveBot.Limits;
using ClaveBot.Tests.Harness;
using ClaveBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>Recovery through the pages of the whole host: ClaveBot's account is not the rootdn, so policy and history hold there too.</summary>
public sealed class LdapRecoveryTests(LdapWorld world) : IClassFixture<LdapWorld>, IAsyncLifetime
{
    private const string Earlier = "la primera clave de ana";
    private static readonly TestPerson Ana = TestPeople.Ana;
    private Phone _phone = null!;
    private PageClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        await world.RenewAsync();
        // Three codes an hour are mailed to one person.
        await world.Bot.Services.GetRequiredService<Limiter>().ResetAsync(
            LimitSubject.Of(CedulaOfAna, world.Bot.Services.GetRequiredService<KeyRing>()), Door.Code.Strangers);
        if (Directory.Exists(world.Bot.MailFolder))
            Directory.Delete(world.Bot.MailFolder, recursive: true);
        _phone = world.Bot.NewPhone(Channel.Telegram);
        _browser = new PageClient(world.Bot.Url);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task S10_a_clave_is_recovered_and_told()
    {
        var (page, code) = await ToTheCodeAsync();
        var said = _phone.Replies.Count;

        await ChangedAsync(await Journey.RecoverAsync(_browser, page, code));

        (await _phone.WaitForReplyAsync(said)).Text.ShouldContain("Listo");
        (await Mails.WaitForAsync(world.Bot.MailFolder, Ana.Mail, "se cambió el")).ShouldNotContain(Journey.NewClave);
    }

    /// <summary>None of it costs a try: the code that was mailed once does in the end.</summary>
    [Theory]
    [InlineData("pwdMinLength", "60", Journey.NewClave, PageText.FaultShortForDirectory)]
    [InlineData("pwdMaxLength", "20", Journey.NewClave, PageText.FaultLongForDirectory)]
    [InlineData("pwdInHistory", "4", Earlier, PageText.FaultInHistory)]
    [InlineData("pwdInHistory", "4", "la clave vieja de ana 1!", PageText.FaultInHistory)]
    [InlineData("pwdMinAge", "3600", Journey.NewClave, PageText.FaultTooYoung)]
    public async Task S10_what_the_policy_refuses_a_code_does_not_get_either(string rule, string value, string replacement, PageText words)
    {
        var current = Ana.Password + "!";
        await world.Slapd.ChangeAsync(Ana.Cedula, Ana.Password, Earlier);
        await world.Slapd.ChangeAsync(Ana.Cedula, Earlier, current);
        var (page, code) = await ToTheCodeAsync();
        await world.Slapd.PolicyAsync((rule, value));

        var refused = await Journey.RecoverAsync(_browser, page, code, replacement);

        refused.Result.ShouldBe("refused");
        WebUtility.HtmlDecode(refused.Html).ShouldContain(words.Say(Language.Spanish, "15", "128"));
        await TakesAsync(current, not: replacement == current ? Earlier : replacement);
        await world.Slapd.PolicyAsync(("pwdMinLength", "15"), ("pwdMaxLength", "128"), ("pwdInHistory", "4"), ("pwdMinAge", "0"));
        await ChangedAsync(await Journey.RecoverAsync(_browser, refused, code, "Tres ollas de barro cantan"), current, "Tres ollas de barro cantan");
    }

    /// <summary>Whoever forgot it has often tried until the directory locked the account.</summary>
    [Fact]
    public async Task S10_a_lock_for_failures_ends_with_a_recovery()
    {
        for (var i = 0; i < 10; i++)
            await world.Slapd.BindsAsync(Ana.Cedula, "ya no me acuerdo");
        (await world.Slapd.BindsAsync(Ana.Cedula, Ana.Password)).ShouldBeFalse("ten failures lock");

        var (page, code) = await ToTheCodeAsync();

        await ChangedAsync(await Journey.RecoverAsync(_browser, page, code));
    }

    [Fact]
    public async Task L6_a_frozen_account_is_not_recovered()
    {
        await world.Slapd.ModifyAsync($"dn: {SlapdServer.DnOf(Ana.Cedula)}\nchangetype: modify\nreplace: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z\n");
        var (page, code) = await ToTheCodeAsync();

        var refused = await Journey.RecoverAsync(_browser, page, code);

        refused.Result.ShouldBe("refused");
        WebUtility.HtmlDecode(refused.Html).ShouldContain(PageText.FaultLocked.Say(Language.Spanish));
        (await world.Slapd.BindsAsync(Ana.Cedula, Journey.NewClave)).ShouldBeFalse();
        (await world.Slapd.ReadAsync(SlapdServer.DnOf(Ana.Cedula), "pwdAccountLockedTime")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S6_without_the_mailed_code_slapd_is_asked_to_write_nothing()
    {
        var (page, code) = await ToTheCodeAsync();
        var wrong = code[0] == '9' ? "0" + code[1..] : "9" + code[1..];
        world.Wire.Requests.Clear();

        (await Journey.RecoverAsync(_browser, page, wrong)).Result.ShouldBe("refused");

        world.Wire.Requests.ShouldBeEmpty();
        await TakesAsync(Ana.Password, not: Journey.NewClave);
    }

    private static Cedula CedulaOfAna => Cedula.TryParse(Ana.Cedula, out var cedula) ? cedula : throw new InvalidOperationException();

    private async Task<(Page Page, string Code)> ToTheCodeAsync()
    {
        var page = await Journey.NameAsync(_browser, await Journey.ToRecoveryAsync(_phone), Ana.Cedula);
        return (page, Journey.CodeIn(await Mails.WaitForAsync(world.Bot.MailFolder, Ana.Mail)).ShouldNotBeNull());
    }

    private async Task ChangedAsync(Page page, string? old = null, string replacement = Journey.NewClave)
    {
        page.Result.ShouldBe("changed");
        await TakesAsync(replacement, not: old ?? Ana.Password);
    }

    private async Task TakesAsync(string clave, string not)
    {
        (await world.Slapd.BindsAsync(Ana.Cedula, clave)).ShouldBeTrue();
        (await world.Slapd.BindsAsync(Ana.Cedula, not)).ShouldBeFalse();
    }
}
