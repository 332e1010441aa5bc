using System.Diagnostics;
using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests.Cli;

/// <summary>The operators' program, as a process with an environment of its own.</summary>
public static class CliProgram
{
    // Where it was built: the tests' own folder lacks what ASP.NET brings along here and not there.
    private static readonly string Program = Repository.Path("src", "ClaveBot.Cli", "bin", Repository.Configuration, "net10.0", "ClaveBot.Cli.dll");

    public static Task<CliRun> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string?>(StringComparer.Ordinal), arguments);

    public static Task<CliRun> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments) => SayAsync("", settings, arguments);

    /// <param name="input">What it reads from standard input.</param>
    /// <param name="settings">As in appsettings.json, <c>Telegram:Token</c>; they come by the environment.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<CliRun> SayAsync(string input, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}

public sealed record CliRun(int Status, string Output, string Error);
