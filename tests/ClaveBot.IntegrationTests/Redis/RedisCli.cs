using System.Diagnostics;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>Redis' own client, for what an operator would type.</summary>
internal static class RedisCli
{
    /// <summary>What it printed.</summary>
    public static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var cli = Process.Start(new ProcessStartInfo("redis-cli", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await cli.StandardOutput.ReadToEndAsync(limit.Token);
        await cli.WaitForExitAsync(limit.Token);
        cli.ExitCode.ShouldBe(0, said);
        return said;
    }
}
