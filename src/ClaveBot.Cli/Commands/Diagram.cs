using System.CommandLine;
using ClaveBot.Conversation;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Commands;

/// <summary><c>diagram</c>: draws the README's state diagrams again, from the tables themselves.</summary>
internal static class Diagram
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "The page that holds the diagrams, each between its two markers.",
            DefaultValueFactory = _ => new FileInfo("README.md"),
        };
        var command = new Command("diagram", "Draws the state diagrams of README.md again.") { file };
        command.SetAction(parsed => Draw(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Draw(FileInfo file, TextWriter error)
    {
        if (!file.Exists)
        {
            error.WriteLine($"There is no file {file.FullName}. Run this in the folder of README.md, or name the file.");
            return 1;
        }

        var page = File.ReadAllText(file.FullName);
        foreach (var mode in Enum.GetValues<BotMode>())
        {
            var name = mode.ToString().ToLowerInvariant();
            var (begin, end) = ($"<!-- diagram:{name} -->\n", $"<!-- /diagram:{name} -->");
            var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            var to = page.IndexOf(end, StringComparison.Ordinal);
            if (from < begin.Length || to < from)
            {
                error.WriteLine($"{file.Name} lacks a marker: {begin.Trim()} and below it {end}, a line each.");
                return 1;
            }

            page = $"{page[..from]}```mermaid\n{StateDiagram.Mermaid(mode)}\n```\n{page[to..]}";
        }

        File.WriteAllText(file.FullName, page);
        return 0;
    }
}
