using System.CommandLine;
using System.Globalization;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Understanding;
using ClaveBot.MessageCheck;
using ClaveBot.SecretGuard;

namespace ClaveBot.Cli.Commands;

/// <summary><c>judge words|links|secrets FILE.tsv</c>: how the bot understands labelled texts, by the very code that it uses.</summary>
internal static class Judge
{
    // What ends or erases something, or freezes an account: taken for granted wrongly, it has a victim.
    private static readonly string[] Destructive = ["erase", "cancel", "restart", "not_me"];

    public static IEnumerable<Command> Commands()
    {
        yield return WordsCommand();
        yield return Command("links", "Pasted messages: official, suspicious, unsure.", text => MessageChecker.Check(text).Verdict.ToString().ToLowerInvariant());
        yield return Command("secrets", "Typed texts: password, cedula, code, clean.", text => Guard.Look(text).ToString().ToLowerInvariant());
    }

    private static Command WordsCommand()
    {
        var state = new Option<State>("--state") { Description = "Where it is said.", HelpName = "STATE", DefaultValueFactory = _ => State.Menu };
        var command = Command("words", "Free words: what is wished.", (parsed, text) => HeardMeaning.Of(parsed.GetValue(state), text).Label());
        command.Add(state);
        return command;
    }

    private static Command Command(string name, string description, Func<string, string> predict) => Command(name, description, (_, text) => predict(text));

    private static Command Command(string name, string description, Func<ParseResult, string, string> predict)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Lines of label, tab, text." };
        var confusion = new Option<bool>("--confusion") { Description = "In place of the lines: for each label how often it was taken for what." };
        var command = new Command(name, description) { file, confusion };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            try
            {
                Print(output, File.ReadLines(parsed.GetValue(file)!.FullName), text => predict(parsed, text), parsed.GetValue(confusion));
                return 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
            {
                parsed.InvocationConfiguration.Error.WriteLine(exception.Message);
                return 1;
            }
        });
        return command;
    }

    private static void Print(TextWriter output, IEnumerable<string> lines, Func<string, string> predict, bool confusion)
    {
        var judged = new List<(string Label, string Predicted)>();
        foreach (var line in lines.Where(static line => line.Length > 0))
        {
            if (line.Split('\t', 2) is not [var label, var text])
                throw new FormatException($"Line {judged.Count + 1} is not a label, a tab and a text.");
            judged.Add((label, predict(text)));
            if (!confusion)
                output.WriteLine($"{label}\t{judged[^1].Predicted}\t{text}");
        }

        if (confusion)
            PrintConfusion(output, judged);
        var right = judged.Count(static one => one.Label == one.Predicted);
        var destructive = judged.Count(static one => one.Label != one.Predicted && Destructive.Contains(one.Predicted, StringComparer.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {(judged.Count == 0 ? 0 : (double)right / judged.Count):0.000} ({right}/{judged.Count}), wrong destructive {destructive}"));
    }

    private static void PrintConfusion(TextWriter output, List<(string Label, string Predicted)> judged)
    {
        foreach (var group in judged.GroupBy(static one => one.Label, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var taken = group.GroupBy(static one => one.Predicted, StringComparer.Ordinal).OrderByDescending(static others => others.Count()).ThenBy(static others => others.Key, StringComparer.Ordinal);
            output.WriteLine($"{group.Key,-12} {string.Join(", ", taken.Select(static others => $"{others.Key} {others.Count()}"))}");
        }
    }
}
