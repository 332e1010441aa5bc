using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Cli;

/// <summary><c>limits</c>, run as operators run it, beside the real host.</summary>
public sealed class LimitsTests(OperatorBot bot) : IClassFixture<OperatorBot>
{
    [Fact]
    public async Task S8_shows_how_far_a_persons_tries_are_used_and_resets_them()
    {
        using var browser = new PageClient(bot.World.Url) { Address = "198.51.100.77" };
        var page = await browser.GetAsync(await bot.NewLinkAsync());
        for (var i = 0; i < 3; i++)
            await Journey.ProveAsync(browser, page, TestPeople.Beto, "no es la clave de beto");

        (await SayAsync(TestPeople.Beto.Cedula, "show", "person")).Output.ShouldMatch(@"proof-person +3 of 10 +until");
        (await SayAsync("198.51.100.77", "show", "address")).Output.ShouldMatch(@"proof-address +3 of 100 +until");
        var reset = await SayAsync(TestPeople.Beto.Cedula, "reset", "person");

        reset.Output.ShouldContain("Nothing is counted.");
        (await SayAsync(TestPeople.Beto.Cedula, "show", "person")).Output.ShouldContain("Nothing is counted.");
        (await SayAsync("198.51.100.77", "show", "address")).Output.ShouldContain("3 of 100", customMessage: "the address is another one's to reset");
    }

    [Fact]
    public async Task What_is_no_cédula_is_said_and_not_repeated()
    {
        var run = await CliProgram.SayAsync("1700000002", bot.World.Settings, "limits", "show", "person");

        run.Status.ShouldBe(1);
        run.Error.ShouldContain("standard input");
        run.Error.ShouldNotContain("1700000002");
    }

    private async Task<CliRun> SayAsync(string input, params string[] arguments)
    {
        var run = await CliProgram.SayAsync(input + "\n", bot.World.Settings, ["limits", .. arguments]);
        run.Status.ShouldBe(0, run.Error);
        return run;
    }
}
