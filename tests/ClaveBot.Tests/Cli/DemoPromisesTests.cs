using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Demo;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Cli;

/// <summary><c>promises</c> as a process, against the demo as a process: what <c>./run</c> starts keeps them.</summary>
public sealed class DemoPromisesTests
{
    private const string Clave = "rio verde luna 17";
    private const string NewClave = "Los tres gatos de la abuela 9";

    [Fact]
    public async Task The_demo_keeps_every_promise_that_shows_from_outside()
    {
        await using var demo = await DemoProcess.StartAsync();
        using var telegram = new DemoPhone(demo, Channel.Telegram);
        using var whatsApp = new DemoPhone(demo, Channel.WhatsApp);
        var keys = DemoKeys.ReadOrMake(new DemoFolders(demo.Data).Keys);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Telegram:SecretToken"] = keys.TelegramSecret,
            ["WhatsApp:AccountSid"] = keys.TwilioAccount,
            ["WhatsApp:AuthToken"] = keys.TwilioToken,
        };
        var (link, other) = (await telegram.ToLinkAsync(), await whatsApp.ToLinkAsync());

        var run = await CliProgram.SayAsync(
            $"link={link}\notro={other}\ncedula={TestPeople.Ana.Cedula}\nclave={Clave}\nnueva={NewClave}\n", settings, "promises", demo.BotUrl);

        run.Status.ShouldBe(0, run.Output + run.Error);
        Of(run, "kept").ShouldBe(["S1", "S11", "S12", "S13", "S5", "S2", "S6", "S7", "S3", "S9", "S3", "S4", "S8", "S10"], run.Output);
        Of(run, "could not check").ShouldBe(["S14"]);
        foreach (var secret in new[] { link.Segments[^1], other.Segments[^1], TestPeople.Ana.Cedula, Clave, NewClave, keys.TelegramSecret, keys.TwilioToken })
            (run.Output + run.Error).ShouldNotContain(secret);
    }

    private static IEnumerable<string> Of(CliRun run, string verdict) =>
        Regex.Matches(run.Output, $@"^(S\d+) +{verdict} ", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
}
