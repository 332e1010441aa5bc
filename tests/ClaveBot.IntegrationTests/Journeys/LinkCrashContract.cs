using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Audit;
using ClaveBot.IntegrationTests.Crash;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.PasswordLinks;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using StoreScript = ClaveBot.Redis.Script;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>
/// S15: the host is killed with SIGKILL in each state of a link, at the moment that its wire to a real redis-server shows. Afterwards page,
/// directory, notices and audit agree: what was written is told once, and what was not can be done.
/// </summary>
public abstract class LinkCrashContract : IAsyncLifetime
{
    protected static readonly TestPerson Person = TestPeople.Ana;

    private readonly Trap _trap;
    private RedisServer _redis = null!;
    private TcpProxy _wire = null!;
    private BotWorld _world = null!;
    private HostProcess _host = null!;

    protected LinkCrashContract() => _trap = new(() => _host.Kill());

    protected BotWorld World => _world;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        // What Redis does not know yet is asked for twice, and the first time nothing happens.
        foreach (var script in new[] { StoreScript.Try, StoreScript.Claim, StoreScript.Change, StoreScript.Ask })
            await _redis.AskAsync("SCRIPT", "LOAD", script.Text);
        _wire = new(_redis.Port, new StoreWire(_trap, _ => { }).RelayAsync);
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, startHost: false);
        await StartDirectoryAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await StopDirectoryAsync();
        await _world.DisposeAsync();
        await _wire.DisposeAsync();
        await _redis.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("try", true)]
    [InlineData("claim", true)]
    [InlineData("change", true)]
    [InlineData("commit", false)]
    [InlineData("commit", true)]
    public async Task S15_killed_in_a_change(string script, bool after)
    {
        var phone = _world.NewPhone(Channel.Telegram);
        var link = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(_world.Url);
        var page = await browser.GetAsync(link);

        if (script is "try" or "claim")
        {
            await KilledAsync(script, after, () => Journey.ProveAsync(browser, page, Person));
            if (script == "claim")
            {
                (await browser.GetAsync(link)).Html.ShouldContain("ya está en uso");
                link = Journey.LinkOf(await phone.AskAsync("otro enlace"));
            }

            page = await Journey.ProveAsync(browser, await browser.GetAsync(link), Person);
            (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");
        }
        else
        {
            page = await Journey.ProveAsync(browser, page, Person);
            await KilledAsync(script, after, () => Journey.ChooseAsync(browser, page));
            await SettledAsync(browser, link, () => Journey.ChooseAsync(browser, page));
        }

        await AgreeAsync(phone, link, browser);
    }

    [Theory]
    [InlineData("ask", true)]
    [InlineData("try", true)]
    [InlineData("change", true)]
    [InlineData("commit", false)]
    [InlineData("commit", true)]
    public async Task S15_killed_in_a_recovery(string script, bool after)
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        var link = await Journey.ToRecoveryAsync(phone);
        using var browser = new PageClient(_world.Url);
        Task<Page> NameAsync() => Journey.NameAsync(browser, link, Person.Cedula);
        async Task<string> CodeAsync() => Journey.CodeIn(await Mails.WaitForAsync(_world.MailFolder, Person.Mail)).ShouldNotBeNull();

        if (script == "ask")
        {
            await KilledAsync(script, after, NameAsync);
            (await Journey.RecoverAsync(browser, await NameAsync(), await CodeAsync())).Result.ShouldBe("changed");
        }
        else
        {
            var page = await NameAsync();
            var code = await CodeAsync();
            await KilledAsync(script, after, () => Journey.RecoverAsync(browser, page, code));
            await SettledAsync(browser, link, () => Journey.RecoverAsync(browser, page, code));
        }

        await AgreeAsync(phone, link, browser);
    }

    [Fact]
    public async Task S15_killed_between_the_pages()
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        var link = await Journey.ToLinkAsync(phone);
        await RestartAsync();
        using var browser = new PageClient(_world.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), Person);
        await RestartAsync();

        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");

        await AgreeAsync(phone, link, browser);
    }

    /// <summary>Before the host starts.</summary>
    protected abstract Task StartDirectoryAsync();

    protected abstract Task StopDirectoryAsync();

    /// <summary>Whether the directory itself takes this clave, asked without the host.</summary>
    protected abstract Task<bool> TakesAsync(string clave);

    /// <summary>SIGKILL, without waiting for the end.</summary>
    protected void Kill() => _host.Kill();

    private async Task KilledAsync(string script, bool after, Func<Task<Page>> act)
    {
        var sprung = _trap.Arm(new("", Seam.Store, script, after), 1);
        await Should.ThrowAsync<HttpRequestException>(act);
        await sprung.WaitAsync(TimeSpan.FromSeconds(30));
        await RestartAsync();
    }

    /// <summary>Once somebody has looked what became of the change: what was written is said, and what was not is done again.</summary>
    protected async Task SettledAsync(PageClient browser, Uri link, Func<Task<Page>> again)
    {
        await PassAsync(link, "a", LinkStore.ChangeTimeout);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var page = await browser.GetAsync(link);
        while (page.Result == "unsure")
        {
            await PassAsync(link, "u", LinkStore.UnchangedFor);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
            page = await browser.GetAsync(link);
        }

        if (page.Result != "changed")
            page = await again();
        page.Result.ShouldBe("changed");
    }

    /// <summary>The page says changed, the directory takes the new clave alone, chat, mail and audit have it once.</summary>
    protected async Task AgreeAsync(Phone phone, Uri link, PageClient browser)
    {
        (await browser.GetAsync(link)).Result.ShouldBe("changed");
        (await TakesAsync(Person.Password)).ShouldBeFalse();
        (await TakesAsync(Journey.NewClave)).ShouldBeTrue();
        await Journey.HearAsync(phone, 0, "¡Listo!");
        await Mails.WaitForAsync(_world.MailFolder, Person.Mail, "se cambió el");
        using var other = new PageClient(_world.Url);
        var page = await other.GetAsync(await Journey.ToLinkAsync(phone));
        (await Journey.ProveAsync(other, page, Person)).Result.ShouldBe("refused");
        (await Journey.ProveAsync(other, page, Person, Journey.NewClave)).Fields.ShouldContain("nueva");
        phone.Replies.Count(reply => reply.Text.Contains("¡Listo!")).ShouldBe(1);
        Mails.To(_world.MailFolder, Person.Mail).Count(mail => mail.Contains("se cambió el")).ShouldBe(1);
        await using var record = new AuditReader(_world);
        (await record.WaitForAsync("change done")).Count(line => line == "change done").ShouldBe(1);
    }

    /// <summary>The clocks of a change are in the store: one that runs is set back, and the change is looked at at once.</summary>
    private async Task PassAsync(Uri link, string clock, TimeSpan time)
    {
        var key = LinkToken.KeyOf(link.Segments[^1])!.Value;
        var passed = (-(long)time.TotalMilliseconds - 1_000).ToString(CultureInfo.InvariantCulture);
        var conversation = (await _redis.AskAsync("HGET", key.RedisKey, "c")).Trim();
        if ((await _redis.AskAsync("HGET", key.RedisKey, "s")).Trim() != "changing" || (await _redis.AskAsync("HEXISTS", key.RedisKey, clock)).Trim() != "1")
            return;
        await _redis.AskAsync("HINCRBY", key.RedisKey, clock, passed);
        await _redis.AskAsync("ZADD", RedisKeys.Due(key.Shard).ToString(), "XX", "INCR", passed, $"{conversation}:k:{key.Hash}");
    }

    protected async Task RestartAsync()
    {
        await _host.DisposeAsync();
        await StartAsync();
    }

    private async Task StartAsync() => _host = await HostProcess.StartAsync(
        _world, ("Redis:Configuration", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_wire.Port},asyncTimeout=30000")));
}
