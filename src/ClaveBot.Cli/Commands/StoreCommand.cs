using System.CommandLine;
using ClaveBot.Redis;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Cli.Commands;

/// <summary>What the commands over Redis and the directory have in common: settings, services, and what to say when Redis is away.</summary>
internal static class StoreCommand
{
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="symbols">Its options and arguments.</param>
    /// <param name="act">Its exit status.</param>
    public static Command Make(string name, string description, IReadOnlyList<Symbol> symbols, Func<ServiceProvider, ParseResult, CancellationToken, Task<int>> act)
    {
        var source = new HostSettings();
        var command = new Command(name, description) { source.File };
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                command.Add(option);
            else
                command.Add((Argument)symbol);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (source.Read(parsed) is not { } settings)
                return 1;
            await using var services = HostServices.Of(settings);
            try
            {
                return await act(services, parsed, cancellationToken);
            }
            catch (StoreUnavailableException exception)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
                return 1;
            }
        });
        return command;
    }
}
