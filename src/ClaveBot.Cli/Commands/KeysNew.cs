using System.CommandLine;
using System.Security.Cryptography;

namespace ClaveBot.Cli.Commands;

/// <summary><c>keys new</c>: the two keys a new deployment needs, as lines for an environment file.</summary>
internal static class KeysNew
{
    private const int KeyLength = 32;

    public static Command Command()
    {
        var command = new Command("new", "Makes the two keys of a new deployment. To rotate, take the line Keys__Current alone.");
        command.SetAction(static parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            output.WriteLine($"Keys__Index={NewKey()}");
            output.WriteLine($"Keys__Current={NewKey()}");
        });
        return command;
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength));
}
