using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Crash;
using ClaveBot.IntegrationTests.Mail;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Limits;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>S7 in recovery: whether somebody exists, or has a mail, is told neither by the page nor by the work, also when mail is down.</summary>
public sealed partial class RecoverySecrecyTests : IAsyncLifetime
{
    private const string Nobody = "1759999996";
    private static readonly TestPerson Known = TestPeople.Carla;
    private static readonly TestPerson WithoutMail = TestPeople.Dora;

    // The due loop's rounds, and the client's own housekeeping.
    private static readonly string[] Housekeeping = ["ZRANGEBYSCORE", "PING", "INFO", "CLIENT", "CONFIG", "ECHO", "SCAN", "SET", "GET {0}:pause"];

    private readonly SmtpServer _smtp = new();
    private TcpProxy _wire = null!;
    private RedisServer _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        await _smtp.InitializeAsync();
        _wire = new(_smtp.Port, async (host, server, cut) => await Task.WhenAny(host.CopyToAsync(server, cut), server.CopyToAsync(host, cut)));
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, startHost: false);
        _world.Set("Mail:Folder", null);
        _world.Set("Mail:Host", "127.0.0.1");
        _world.Set("Mail:Port", _wire.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await _world.StartHostAsync();
        await using var connection = new SqliteConnection("Data Source=" + _world.Settings["Directory:Sqlite:Path"]);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM person_mail WHERE cedula = $cedula";
        command.Parameters.AddWithValue("$cedula", WithoutMail.Cedula);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        await _wire.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    [Fact]
    public async Task S7_naming_a_cédula_gives_everybody_the_same_page_and_costs_the_same_work()
    {
        // What is done once: scripts are loaded, connections opened.
        await NamedAsync("2400000002");
        var results = new List<(string Page, string Work)>();
        foreach (var cedula in new[] { TestPeople.Elio.Cedula, Nobody, WithoutMail.Cedula })
            results.Add(await NamedAsync(cedula));

        results.ShouldAllBe(result => result.Page == results[0].Page);
        results.ShouldAllBe(result => result.Work == results[0].Work);
        results[0].Work.ShouldContain("EVALSHA");
        _smtp.MailsFor(TestPeople.Elio.Mail).Count.ShouldBe(1);
        _smtp.MailsFor(WithoutMail.Mail).ShouldBeEmpty();
    }

    [Fact]
    public async Task S8_beyond_the_codes_of_an_hour_the_page_is_the_same_and_nothing_is_mailed()
    {
        var pages = new List<string>();
        for (var i = 0; i < 5; i++)
            pages.Add((await NamedAsync(Known.Cedula)).Page);

        pages.ShouldAllBe(page => page == pages[0]);
        _smtp.MailsFor(Known.Mail).Count.ShouldBe(Door.Code.Strangers[0].Max);
    }

    [Fact]
    public async Task S7_while_mail_is_down_the_page_is_the_same_and_the_code_comes_when_it_is_back()
    {
        _wire.Cut(away: true);
        var phone = _world.NewPhone(Channel.Telegram);
        using var browser = new PageClient(_world.Url);
        var page = await Journey.NameAsync(browser, await Journey.ToRecoveryAsync(phone), Known.Cedula);
        using var other = new PageClient(_world.Url);
        await Journey.NameAsync(other, await Journey.ToRecoveryAsync(_world.NewPhone(Channel.Telegram)), Nobody);
        Bare(other).ShouldBe(Bare(browser));

        _wire.Cut(away: false);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (_smtp.MailsFor(Known.Mail).Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);

        var mail = _smtp.MailsFor(Known.Mail).ShouldHaveSingleItem();
        var text = mail.TextBody.ShouldNotBeNull();
        var code = Journey.CodeIn(text).ShouldNotBeNull();
        mail.Subject.ShouldNotBeNull().ShouldNotContain(code);
        text.ShouldContain("No le diga este código a nadie");
        (await Journey.RecoverAsync(browser, page, code)).Result.ShouldBe("changed");
    }

    private async Task<(string Page, string Work)> NamedAsync(string cedula)
    {
        var link = await Journey.ToRecoveryAsync(_world.NewPhone(Channel.Telegram));
        using var browser = new PageClient(_world.Url);
        await IdleAsync();
        using var monitor = await RedisMonitor.StartAsync(_redis);
        await Journey.NameAsync(browser, link, cedula);
        await IdleAsync();
        var work = monitor.Commands.Where(command => !Housekeeping.Contains(command) && !command.Contains(":l:wa:")).Order(StringComparer.Ordinal);
        return (Bare(browser), string.Join(' ', work));
    }

    /// <summary>Until nothing is unsent any more.</summary>
    private async Task IdleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await _redis.AskAsync("--scan", "--pattern", "*:[om]:*")).Trim().Length > 0)
            patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>All that a browser saw; what is random or the browser's own words is left out, but not its length.</summary>
    private static string Bare(PageClient browser) => string.Join("\n\n", browser.Seen.Select(seen =>
        Own().Replace(seen, match => string.Concat(match.Groups["name"].Value, new string('x', match.Groups["value"].Length)))));

    [GeneratedRegex("""(?<name>/c/|__sello" type="hidden" value="|__Host-[a-z-]+=)(?<value>[\w-]+)|(?<name>Date: ).*|(?<name>data-left=")\d+|(?<name>sirve hasta las )..:..|(?<name>id="frase-texto">|name="ofrecida" value=")[^<"]*|(?<name>readonly value=")(?<value>\d+)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Own();
}
