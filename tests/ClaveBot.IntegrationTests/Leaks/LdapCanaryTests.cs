using System.Text;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Accounts;
using ClaveBot.IntegrationTests.Accounts.Ldap;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Leaks;

/// <summary>L1 with an LDAP directory: claves and cédulas go to slapd right, wrong, refused and in vain, and then are looked for in everything else.</summary>
public sealed class LdapCanaryTests : IAsyncLifetime
{
    private const string Wrong = "canario-equivocado-5711";
    private const string Short = "canario-corto-57";
    private const string New = "canario-nuevo-y-muy-largo-5712";
    private const string Unknown = "1759999996";
    private static readonly TestPerson Person = TestPeople.Ana;

    private RedisServer _redis = null!;
    private SlapdServer _slapd = null!;
    private BotWorld _world = null!;
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _slapd = await SlapdServer.StartAsync();
        await _slapd.PeopleAsync(Person);
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, startHost: false);
        foreach (var (key, value) in LdapWorld.SettingsOf(_slapd.TlsUrl))
            _world.Set(key, value);
        _world.Set("Directory:Ldap:CaFile", _slapd.CaFile);
        _host = await HostProcess.StartAsync(_world,
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
            ("Logging:LogLevel:System", "Trace"), ("Logging:Console:LogLevel:Default", "Trace"), ("Logging:Console:FormatterName", "simple"),
            ("Logging:Console:FormatterOptions:IncludeScopes", "true"));
    }

    [Fact]
    public async Task L1_nothing_that_went_to_slapd_is_anywhere_else()
    {
        var link = await Journey.ToLinkAsync(_world.NewPhone(Channel.Telegram));
        using var browser = new PageClient(_world.Url);
        var page = await browser.GetAsync(link);
        (await Journey.ProveAsync(browser, page, Person, Wrong)).Result.ShouldBe("refused");
        (await Journey.ProveAsync(browser, page, Person with { Cedula = Unknown }, Wrong)).Result.ShouldBe("refused");
        await _slapd.KillAsync();
        (await Journey.ProveAsync(browser, page, Person)).Result.ShouldBe("unavailable");
        await _slapd.LaunchAsync();
        page = await Journey.ProveAsync(browser, page, Person);
        await _slapd.PolicyAsync(("pwdMinLength", "25"));
        (await Journey.ChooseAsync(browser, page, Short)).Result.ShouldBe("refused");
        await _slapd.ReadOnlyAsync(yes: true);
        (await Journey.ChooseAsync(browser, page, New)).Result.ShouldBe("unavailable");
        await _slapd.ReadOnlyAsync(yes: false);
        (await Journey.ChooseAsync(browser, page, New)).Result.ShouldBe("changed");
        await Mails.WaitForAsync(_world.MailFolder, Person.Mail);

        var log = _host.Said;
        log.ShouldContain("dbug");
        log.ShouldContain("The directory did not take a change");
        string[] claves = [Person.Password, Wrong, Short, New, SlapdServer.ServicePassword];
        MustNotHold("log", log, [.. claves, Person.Cedula, Unknown, Person.Name, Person.Mail]);
        MustNotHold("Redis", Read(_redis.Folder), [.. claves, Person.Cedula, Unknown, Person.Name, Person.Mail]);
        MustNotHold("mails", Read(_world.MailFolder), [.. claves, Person.Cedula, Unknown]);
        MustNotHold("slapd's files", Read(_slapd.Folder), [Wrong, Short, New]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _world.DisposeAsync();
        await _slapd.DisposeAsync();
        await _redis.DisposeAsync();
    }

    private static string Read(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        text.Length.ShouldBePositive();
        return text.ToString();
    }

    private static void MustNotHold(string place, string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            foreach (var form in new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) }.Distinct(StringComparer.Ordinal))
                text.Contains(form, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{place} holds {secret}");
        }
    }
}
