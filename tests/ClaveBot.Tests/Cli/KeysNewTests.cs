using ClaveBot.Settings;
using ClaveBot.Tests.Settings;

namespace ClaveBot.Tests.Cli;

public sealed class KeysNewTests
{
    [Fact]
    public async Task Makes_two_keys_that_the_host_takes_and_never_the_same_again()
    {
        var (first, second) = (await KeysAsync(), await KeysAsync());

        var settings = GoodSettings.Portal();
        settings.Keys = new() { Index = first["Keys__Index"], Current = first["Keys__Current"] };
        SettingsCheck.Errors(settings).ShouldBeEmpty();
        first.Values.Concat(second.Values).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    private static async Task<Dictionary<string, string>> KeysAsync()
    {
        var run = await CliProgram.RunAsync("keys", "new");
        run.Status.ShouldBe(0);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }
}
