using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>Over a real slapd, whose wire shows two more moments: right before it is asked to write, and right after it has written.</summary>
public sealed class LdapLinkCrashTests : LinkCrashContract
{
    private SlapdServer _slapd = null!;
    private LdapWire _wire = null!;

    [Theory]
    [InlineData(WireFault.CutBefore)]
    [InlineData(WireFault.CutAfterwards)]
    internal async Task S15_killed_at_the_write_of_a_change(WireFault fault)
    {
        var phone = World.NewPhone(Channel.Telegram);
        var link = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(World.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), Person);

        await KilledAtTheWriteAsync(fault, () => Journey.ChooseAsync(browser, page));

        await SettledAsync(browser, link, () => Journey.ChooseAsync(browser, page));
        await AgreeAsync(phone, link, browser);
    }

    [Theory]
    [InlineData(WireFault.CutBefore)]
    [InlineData(WireFault.CutAfterwards)]
    internal async Task S15_killed_at_the_write_of_a_recovery(WireFault fault)
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        var link = await Journey.ToRecoveryAsync(phone);
        using var browser = new PageClient(World.Url);
        var page = await Journey.NameAsync(browser, link, Person.Cedula);
        var code = Journey.CodeIn(await Mails.WaitForAsync(World.MailFolder, Person.Mail)).ShouldNotBeNull();

        await KilledAtTheWriteAsync(fault, () => Journey.RecoverAsync(browser, page, code));

        await SettledAsync(browser, link, () => Journey.RecoverAsync(browser, page, code));
        await AgreeAsync(phone, link, browser);
    }

    protected override async Task StartDirectoryAsync()
    {
        _slapd = await SlapdServer.StartAsync();
        await _slapd.PeopleAsync(Person);
        _wire = new LdapWire(_slapd.Port);
        foreach (var (key, value) in LdapWorld.SettingsOf(_wire.Url))
            World.Set(key, value);
    }

    protected override async Task StopDirectoryAsync()
    {
        await _wire.DisposeAsync();
        await _slapd.DisposeAsync();
    }

    protected override Task<bool> TakesAsync(string clave) => _slapd.BindsAsync(Person.Cedula, clave);

    private async Task KilledAtTheWriteAsync(WireFault fault, Func<Task<Page>> act)
    {
        _wire.Fault = fault;
        _wire.Written = () =>
        {
            Kill();
            return Task.CompletedTask;
        };
        await Should.ThrowAsync<HttpRequestException>(act);
        (_wire.Fault, _wire.Written) = (WireFault.None, null);
        var written = fault == WireFault.CutAfterwards;
        (await TakesAsync(Journey.NewClave)).ShouldBe(written);
        (await TakesAsync(Person.Password)).ShouldBe(!written);
        await RestartAsync();
    }
}
