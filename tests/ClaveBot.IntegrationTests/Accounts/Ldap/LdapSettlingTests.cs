using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>S15 through the whole host: nobody knows whether slapd wrote; "unsure" is said, and later the marker settles it.</summary>
public sealed class LdapSettlingTests : IAsyncLifetime
{
    private static readonly TestPerson Ana = TestPeople.Ana;
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly LdapWorld _world = new();

    public ValueTask InitializeAsync() => _world.StartAsync(_time);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task S15_what_was_written_is_told_when_the_directory_is_back(bool killed)
    {
        var phone = _world.Bot.NewPhone(Channel.WhatsApp);
        var (browser, link) = await UnsureAsync(phone, WireFault.CutAfterwards, killed ? _world.Slapd.KillAsync : () => Task.CompletedTask);
        using var _ = browser;
        if (killed)
            await _world.Slapd.LaunchAsync();
        var said = phone.Replies.Count;
        _world.Wire.Cut(away: false);

        await PassAsync(() => phone.Replies.Count > said);

        phone.Replies[^1].Text.ShouldContain("¡Listo!");
        (await browser.GetAsync(link)).Result.ShouldBe("changed");
        await Mails.WaitForAsync(_world.Bot.MailFolder, Ana.Mail);
        (await _world.Slapd.BindsAsync(Ana.Cedula, Journey.NewClave)).ShouldBeTrue();
        (await _world.Slapd.BindsAsync(Ana.Cedula, Ana.Password)).ShouldBeFalse();
    }

    [Fact]
    public async Task S15_what_was_not_written_can_be_done_again()
    {
        var phone = _world.Bot.NewPhone(Channel.Telegram);
        var (browser, link) = await UnsureAsync(phone, WireFault.CutBefore, () => Task.CompletedTask);
        using var _ = browser;
        (await _world.Slapd.BindsAsync(Ana.Cedula, Ana.Password)).ShouldBeTrue();
        (_world.Wire.Fault, _world.Wire.Written) = (WireFault.None, null);
        _world.Wire.Cut(away: false);

        Page page = null!;
        await PassAsync(async () => (page = await browser.GetAsync(link)).Fields.Contains("nueva", StringComparer.Ordinal));

        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");
        (await _world.Slapd.BindsAsync(Ana.Cedula, Journey.NewClave)).ShouldBeTrue();
    }

    private async Task<(PageClient Browser, Uri Link)> UnsureAsync(Phone phone, WireFault fault, Func<Task> written)
    {
        var link = await Journey.ToLinkAsync(phone);
        var browser = new PageClient(_world.Bot.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), Ana);
        _world.Wire.Fault = fault;
        _world.Wire.Written = async () =>
        {
            await written();
            _world.Wire.Cut(away: true);
        };
        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("unsure");
        return (browser, link);
    }

    private Task PassAsync(Func<bool> until) => PassAsync(() => Task.FromResult(until()));

    /// <summary>Lets time pass second by second until something is so; slowly after a while, so that a slow machine does not outlive the link.</summary>
    private async Task PassAsync(Func<Task<bool>> until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var passed = 0; !await until(); passed++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(passed < 90 ? 20 : 200), TimeProvider.System, patience.Token);
        }
    }
}
