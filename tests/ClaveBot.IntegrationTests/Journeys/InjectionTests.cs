using ClaveBot.Channels;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>S13: what people and strangers write stays text, on pages, in links and in log lines.</summary>
public sealed class InjectionTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("*)(uid=*))(|(uid=*")]
    [InlineData("' OR '1'='1")]
    [InlineData("{{7*7}}\r\nSet-Cookie: a=b")]
    public async Task S13_what_is_typed_as_a_cédula_comes_back_as_text(string typed)
    {
        using var browser = new PageClient(world.Bot.Url);
        var page = await browser.GetAsync(await Journey.ToLinkAsync(world.Bot.NewPhone(Channel.Telegram)));

        var answer = await browser.SubmitAsync(page, ("cedula", typed), ("clave", typed), ("acuerdo", "si"));

        ((int)answer.Status).ShouldBe(200);
        answer.Html.ShouldContain("id=\"cedula-error\"");
        answer.Html.ShouldNotContain("<script>alert");
        answer.Html.ShouldNotContain("<img");
        answer.Html.ShouldNotContain("onerror=alert(1)>");
        browser.Seen[^1].Split("\n\n")[0].ShouldNotContain("Set-Cookie: a=b");
    }

    /// <summary>A line break in a message or an address makes no log line of its own: nothing that people write is logged at all.</summary>
    [Fact]
    public async Task S13_nothing_written_by_people_makes_a_log_line()
    {
        await using var bot = await BotWorld.StartAsync(Settings.BotMode.Portal, world.Redis.Configuration, startHost: false);
        await using var host = await HostProcess.StartAsync(bot, ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));
        var phone = bot.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola\ninfo: Forged[0]\n      admin logged in");
        using var http = new HttpClient { BaseAddress = bot.Url };
        using var answer = await http.GetAsync(new Uri("/c/x%0d%0ainfo:%20Forged[0]%0d%0a", UriKind.Relative), TestContext.Current.CancellationToken);

        host.Said.ShouldContain("dbug");
        host.Said.ShouldNotContain("Forged[0]");
    }
}
