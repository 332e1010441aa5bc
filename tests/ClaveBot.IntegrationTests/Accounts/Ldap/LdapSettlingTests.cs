using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
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
        await IsAsync(Journey.NewClave, not: Ana.Password);
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

    /// <summary>What was asked first arrives last: after somebody has looked, and found everything as it was.</summary>
    [Fact]
    public async Task S15_a_write_that_comes_after_the_first_look_is_told()
    {
        var phone = _world.Bot.NewPhone(Channel.Telegram);
        var late = new TaskCompletionSource();
        _world.Wire.Asked = tag => tag == LdapWire.ExtendedRequest ? late.Task : Task.CompletedTask;
        var (browser, link) = await SilentlyUnsureAsync(phone);
        using var _ = browser;
        _world.Wire.Requests.Clear();
        await PassAsync(() => _world.Wire.Requests.Contains<byte>(0x63));
        (await browser.GetAsync(link)).Result.ShouldBe("unsure");

        late.SetResult();
        await PassAsync(() => phone.Replies[^1].Text.Contains("¡Listo!", StringComparison.Ordinal));

        (await browser.GetAsync(link)).Result.ShouldBe("changed");
        await IsAsync(Journey.NewClave, not: Ana.Password);
    }

    /// <summary>SIGSTOP while slapd has the write before it, SIGCONT at the very moment at which somebody looks.</summary>
    [Fact]
    public async Task S15_a_directory_that_thaws_while_it_is_looked_at_and_the_page_agree()
    {
        var phone = _world.Bot.NewPhone(Channel.Telegram);
        _world.Wire.Asked = tag => tag == LdapWire.ExtendedRequest ? _world.Slapd.FreezeAsync() : Task.CompletedTask;
        var (browser, link) = await SilentlyUnsureAsync(phone);
        using var _ = browser;
        _world.Wire.Asked = _ => _world.Slapd.ThawAsync();

        var page = await browser.GetAsync(link);
        await PassAsync(async () => (page = await browser.GetAsync(link)).Result != "unsure");

        var written = page.Result == "changed";
        await (written ? IsAsync(Journey.NewClave, not: Ana.Password) : IsAsync(Ana.Password, not: Journey.NewClave));
        await PassAsync(() => phone.Replies[^1].Text.Contains("¡Listo!", StringComparison.Ordinal) == written);
    }

    /// <summary>The directory says nothing: it takes its time-out to notice.</summary>
    private async Task<(PageClient Browser, Uri Link)> SilentlyUnsureAsync(Phone phone)
    {
        var link = await Journey.ToLinkAsync(phone);
        var browser = new PageClient(_world.Bot.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), Ana);
        var chosen = Journey.ChooseAsync(browser, page);
        // Until it is asked to write, its time-out is another one.
        while (!_world.Wire.Requests.Contains(LdapWire.ExtendedRequest))
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        await PassAsync(() => chosen.IsCompleted);
        (await chosen).Result.ShouldBe("unsure");
        return (browser, link);
    }

    private async Task IsAsync(string clave, string not)
    {
        (await _world.Slapd.BindsAsync(Ana.Cedula, clave)).ShouldBeTrue();
        (await _world.Slapd.BindsAsync(Ana.Cedula, not)).ShouldBeFalse();
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
