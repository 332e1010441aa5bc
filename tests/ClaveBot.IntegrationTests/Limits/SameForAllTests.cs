using System.Text.RegularExpressions;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Limits;

/// <summary>S7 on the page of step 4: whoever somebody is, until the clave is proven the answer and the work are the same.</summary>
public sealed partial class SameForAllTests : IAsyncLifetime
{
    private const string Marker = "GET the-try-is-over";
    private static readonly TestPerson MailLess = new("3000000012", "Fito Sincorreo", "", "+593990000006", "la clave vieja de fito 6");
    private static readonly string[] Housekeeping = ["ZRANGEBYSCORE", "PING", "INFO", "CLIENT", "CONFIG", "ECHO", "SCAN", "SET", "GET {0}:pause"];

    private RedisServer _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, startHost: false);
        await File.WriteAllTextAsync(_world.Settings["Directory:Sqlite:Seed"]!, System.Text.Json.JsonSerializer.Serialize<TestPerson[]>([TestPeople.Ana, TestPeople.Beto, TestPeople.Carla, MailLess]));
        await _world.StartHostAsync();
        await _world.Services.GetRequiredService<IAccountDirectory>().FreezeAsync(Of(TestPeople.Beto.Cedula), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task S7_known_unknown_frozen_held_and_mail_less_people_get_the_same_answer_for_the_same_work()
    {
        await UseUpAsync(TestPeople.Carla);
        // The first try of all loads the scripts.
        await TryAsync("1759999996", "no es esta");

        var known = await TryAsync(TestPeople.Ana.Cedula, "no es esta");
        foreach (var (cedula, clave) in new[]
        {
            ("1759999996", "no es esta"),
            (TestPeople.Beto.Cedula, "no es esta"),
            (TestPeople.Beto.Cedula, TestPeople.Beto.Password),
            (TestPeople.Carla.Cedula, TestPeople.Carla.Password),
            (MailLess.Cedula, "no es esta"),
        })
        {
            var answer = await TryAsync(cedula, clave);
            answer.Page.ShouldBe(known.Page);
            answer.Cookies.ShouldBe(known.Cookies);
            answer.Commands.ShouldBe(known.Commands);
        }

        known.Page.ShouldContain("data-result=\"refused\"");
        known.Commands.Count(command => command == "EVALSHA").ShouldBeGreaterThanOrEqualTo(4, "the limits count for everybody");
    }

    /// <summary>When the limits refuse, they too say the same of everybody.</summary>
    [Fact]
    public async Task S7_and_so_do_those_whose_tries_are_used_up()
    {
        var first = await TryAsync("1759999996", "no es esta");
        for (var i = 0; i < 12; i++)
            await TryAsync(TestPeople.Ana.Cedula, "no es esta", commands: false);

        (await TryAsync(TestPeople.Ana.Cedula, TestPeople.Ana.Password, commands: false)).Page.ShouldBe(first.Page);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    /// <summary>So many failures in the directory that it takes no more from strangers: the right clave is not tried either.</summary>
    private async Task UseUpAsync(TestPerson person)
    {
        var directory = _world.Services.GetRequiredService<IAccountDirectory>();
        using var wrong = new Secret("no es esta");
        for (var i = 0; i < 20; i++)
            await directory.VerifyAsync(Of(person.Cedula), wrong, Asker.Stranger, TestContext.Current.CancellationToken);
    }

    private async Task<Answer> TryAsync(string cedula, string clave, bool commands = true)
    {
        using var browser = new PageClient(_world.Url);
        var page = await browser.GetAsync(await Journey.ToLinkAsync(_world.NewPhone(Channel.Telegram)));
        await QuietAsync();
        using var monitor = commands ? await RedisMonitor.StartAsync(_redis) : null;
        browser.Seen.Clear();
        var answer = await browser.SubmitAsync(page, ("cedula", cedula), ("clave", clave), ("acuerdo", "si"));
        if (monitor is not null)
            await SeenAsync(monitor);
        return new(
            $"{answer.Status} {Times().Replace(HiddenInput().Replace(answer.Html, ""), "").Replace(cedula, "", StringComparison.Ordinal)}",
            [.. Cookie().Matches(browser.Seen[0]).Select(match => match.Value)],
            [.. (monitor?.Commands ?? []).TakeWhile(command => command != Marker).Where(command => !Housekeeping.Contains(command) && !command.Contains(":l:wa:", StringComparison.Ordinal)).Select(command => command.Split(' ')[0])]);
    }

    /// <summary>Everything that was said before the marker has been seen once the marker has.</summary>
    private async Task SeenAsync(RedisMonitor monitor)
    {
        await _redis.AskAsync("GET", "the-try-is-over");
        await UntilAsync(() => monitor.Commands.Contains(Marker));
    }

    /// <summary>Until nothing is unsent any more.</summary>
    private Task QuietAsync() => UntilAsync(async () => (await _redis.AskAsync("KEYS", "*:o:*")).Trim().Length == 0);

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!await condition())
            await glance.WaitForNextTickAsync(patience.Token);
    }

    private static Cedula Of(string digits) => Cedula.TryParse(digits, out var cedula) ? cedula : throw new ArgumentException("Not a cédula.", nameof(digits));

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex HiddenInput();

    [GeneratedRegex(@"\b\d\d:\d\d\b|data-[a-z-]+=""\d+""|/c/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Times();

    [GeneratedRegex("__Host-[a-z]+(?==)", RegexOptions.None, 1000)]
    private static partial Regex Cookie();

    private sealed record Answer(string Page, IReadOnlyList<string> Cookies, IReadOnlyList<string> Commands);
}
