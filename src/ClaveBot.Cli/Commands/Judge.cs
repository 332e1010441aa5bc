using System.CommandLine;
using System.Globalization;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Steps;
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
        var command = Command("words", "Free words: what is wished.", (parsed, text) => InState(parsed.GetValue(state), text).Label());
        command.Add(state);
        return command;
    }

    // A step's own words go before everybody's.
    private static Meaning InState(State state, string text) =>
        state != State.Anywhere && StepBook.Of(state).Read(new Words(text)) is { } trigger && Meanings.Of(trigger) is { } own ? own : Understander.Default.Read(text).Best;

    private static Command Command(string name, string description, Func<string, string> predict) => Command(name, description, (_, text) => predict(text));

    private static Command Command(string name, string description, Func<ParseResult, string, string> predict)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Lines of label, tab, text." };
        var command = new Command(name, description) { file };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            try
            {
                Print(output, File.ReadLines(parsed.GetValue(file)!.FullName), text => predict(parsed, text));
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

    private static void Print(TextWriter output, IEnumerable<string> lines, Func<string, string> predict)
    {
        var (all, right, destructive) = (0, 0, 0);
        foreach (var line in lines.Where(static line => line.Length > 0))
        {
            if (line.Split('\t', 2) is not [var label, var text])
                throw new FormatException($"Line {all + 1} is not a label, a tab and a text.");
            var predicted = predict(text);
            output.WriteLine($"{label}\t{predicted}\t{text}");
            all++;
            right += predicted == label ? 1 : 0;
            destructive += predicted != label && Destructive.Contains(predicted, StringComparer.Ordinal) ? 1 : 0;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {(all == 0 ? 0 : (double)right / all):0.000} ({right}/{all}), wrong destructive {destructive}"));
    }
}
