using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Tests.Cli;

/// <summary><c>promises</c> against a running bot as in the demo, and against something that keeps none.</summary>
public sealed class PromisesTests(OperatorBot bot) : IClassFixture<OperatorBot>
{
    [Fact]
    public async Task Every_promise_that_shows_from_outside_is_kept()
    {
        var link = await bot.NewLinkAsync();

        var run = await SayAsync($"link={link}\ncedula={TestPeople.Dora.Cedula}\nclave={TestPeople.Dora.Password}\nnueva=Los tres gatos de la abuela 9\n");

        run.Status.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldNotContain("BROKEN");
        Of(run, "kept").ShouldBe(["S1", "S11", "S12", "S13", "S5", "S2", "S6", "S7", "S3", "S9", "S3", "S4"]);
        Of(run, "could not check").ShouldBe(["S14", "S8", "S10"]);
        foreach (var secret in new[] { link.Segments[^1], TestPeople.Dora.Cedula, TestPeople.Dora.Password, "Los tres gatos" })
            run.Output.ShouldNotContain(secret);
    }

    [Fact]
    public async Task What_was_not_given_is_said_to_be_missing()
    {
        var run = await SayAsync("");

        run.Status.ShouldBe(0, run.Output + run.Error);
        Of(run, "kept").ShouldBe(["S1", "S11", "S12", "S4"]);
        run.Output.ShouldMatch(@"S2 +could not check +needs a fresh link");
    }

    [Fact]
    public async Task Portal_mode_shows_S14()
    {
        var folder = Directory.CreateTempSubdirectory("clavebot-promises-");
        await using (var redis = EmbeddedRedis.Start(folder.FullName))
        await using (var world = await BotWorld.StartAsync(BotMode.Portal, redis.Configuration))
        {
            var guide = Journey.LinkOf(await world.NewPhone(Channel.Telegram).AskAsync("cambiar"));

            var run = await CliProgram.SayAsync($"link={guide}\n", world.Settings, "promises", world.Url.AbsoluteUri);

            run.Status.ShouldBe(0, run.Output + run.Error);
            Of(run, "kept").ShouldContain("S14");
        }

        folder.Delete(recursive: true);
    }

    /// <summary>A check that cannot fail proves nothing: here is a site that answers everything with the same friendly page.</summary>
    [Fact]
    public async Task A_site_that_keeps_nothing_is_told_so()
    {
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        await using var careless = WebApplication.CreateSlimBuilder(["--urls=" + url, "--Logging:LogLevel:Default=None"]).Build();
        careless.Run(async context =>
        {
            context.Response.Headers.SetCookie = "session=1";
            context.Response.ContentType = "text/html";
            var typed = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync())["cedula"].ToString() : "";
            await context.Response.WriteAsync($"""
                <main data-result="{typed}"><script src="https://elsewhere.example.test/x.js"></script>{context.Request.Headers["X-Forwarded-Host"]} {typed} {(typed == "1759999996" ? "no existe" : "")}
                <form><input name="cedula" value=""><input name="clave" type="password"><input name="nueva" type="password"></form></main>
                """);
        });
        await careless.StartAsync(TestContext.Current.CancellationToken);

        var run = await CliProgram.SayAsync($"link={url}/c/{new string('A', 28)}\ncedula={TestPeople.Dora.Cedula}\nclave=cualquiera\nnueva=otra cualquiera\n", bot.World.Settings, "promises", url);

        run.Status.ShouldBe(1);
        Of(run, "BROKEN").ShouldBe(["S1", "S11", "S12", "S13", "S5", "S2", "S6", "S7", "S3", "S3", "S4"]);
    }

    private Task<CliRun> SayAsync(string input) => CliProgram.SayAsync(input, bot.World.Settings, "promises", bot.World.Url.AbsoluteUri);

    private static IEnumerable<string> Of(CliRun run, string verdict) =>
        Regex.Matches(run.Output, $@"^(S\d+) +{verdict} ", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
}
