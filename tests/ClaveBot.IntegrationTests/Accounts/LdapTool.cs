using System.Diagnostics;

namespace ClaveBot.IntegrationTests.Accounts;

/// <summary>OpenLDAP's own command-line programs: they, not our client, say how things are.</summary>
internal static class LdapTool
{
    /// <exception cref="InvalidOperationException">It failed; what it said is in the message.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string input = "")
    {
        var (status, output, error) = await TryAsync(program, arguments, input);
        return status == 0 ? output : throw new InvalidOperationException($"{program} ended with {status}: {error}{output}");
    }

    public static async Task<(int Status, string Output, string Error)> TryAsync(string program, IEnumerable<string> arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(Find(program), arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} does not start. Run ./test once: it installs what is missing.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Debian keeps servers in /usr/sbin, which is not in everybody's PATH.</summary>
    public static string Find(string program) => File.Exists("/usr/sbin/" + program) ? "/usr/sbin/" + program : program;
}
