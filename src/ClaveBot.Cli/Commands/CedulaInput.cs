using System.CommandLine;
using ClaveBot.Accounts;

namespace ClaveBot.Cli.Commands;

/// <summary>A cédula comes by standard input: what stands in a command line is seen by whoever lists processes, and kept by shells.</summary>
internal static class CedulaInput
{
    /// <summary>Null when there is none; that was said then.</summary>
    public static async Task<Cedula?> ReadAsync(ParseResult parsed)
    {
        if (!Console.IsInputRedirected)
            await parsed.InvocationConfiguration.Error.WriteLineAsync("The cédula, then Enter:");
        if (Cedula.TryParse((await Console.In.ReadLineAsync())?.Trim(), out var cedula))
            return cedula;
        await parsed.InvocationConfiguration.Error.WriteLineAsync("That is no cédula: ten digits, on standard input.");
        return null;
    }
}
