using System.CommandLine;
using System.Globalization;
using System.Text;
using ClaveBot.Accounts.Breached;

namespace ClaveBot.Cli.Commands;

/// <summary><c>breached build</c>: makes the file that <c>Passwords:Breached</c> names from lists of breached claves.</summary>
internal static class BreachedBuild
{
    public static Command Command()
    {
        var lists = new Argument<FileInfo[]>("LIST")
        {
            Description = "Text files: on each line a clave, or its SHA-1 in hexadecimal digits as in the downloads of Have I Been Pwned (HASH:COUNT).",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new Option<FileInfo>("--to") { Description = "The file to make.", HelpName = "FILE", Required = true };
        var seen = new Option<long>("--seen") { Description = "Leaves out hashes whose count is lower.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("build", "Makes the list that Passwords:Breached names. Nothing of it can be read back.") { lists, target, seen };
        command.SetAction(parsed =>
        {
            var said = parsed.InvocationConfiguration;
            try
            {
                var count = Build(parsed.GetValue(lists)!, parsed.GetValue(target)!.FullName, parsed.GetValue(seen));
                said.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} claves. Set Passwords:Breached to the file and start the host anew."));
                return 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                said.Error.WriteLine(exception.Message);
                return 1;
            }
        });
        return command;
    }

    private static long Build(FileInfo[] lists, string target, long leastSeen)
    {
        using var writer = new HashFileWriter(target);
        foreach (var list in lists)
        {
            // Latin1 where a line is no UTF-8 would make up another clave; a replacement character matches nothing anybody types.
            foreach (var line in File.ReadLines(list.FullName, Encoding.UTF8))
            {
                if (PasswordHash.TryRead(line, leastSeen, out var hash))
                    writer.Add(hash);
            }
        }

        return writer.Finish();
    }
}
