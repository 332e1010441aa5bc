using System.CommandLine;
using System.Globalization;
using ClaveBot.Cli.Training;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Commands;

/// <summary>
/// <c>train words</c>: makes the model of free words anew from tests/corpus, the same from the same; with <c>--folds</c> it says instead how
/// well what is learnt from one part of the labelled texts carries over to the other. It never opens the test part.
/// </summary>
internal static class TrainWords
{
    public static Command Command()
    {
        var corpus = new Option<DirectoryInfo>("--from") { Description = "The folder of the labelled texts and patterns.", HelpName = "FOLDER", DefaultValueFactory = _ => new("tests/corpus") };
        var target = new Option<FileInfo>("--to") { Description = "The file to make.", HelpName = "FILE", DefaultValueFactory = _ => new("src/ClaveBot/Conversation/Understanding/words.model") };
        var folds = new Option<int>("--folds") { Description = "Makes no file; learns N times from all but an Nth and reads that.", HelpName = "N" };
        var command = new Command("words", "Makes the model of free words anew.") { corpus, target, folds };
        command.SetAction(parsed =>
        {
            var said = parsed.InvocationConfiguration;
            try
            {
                var folder = parsed.GetValue(corpus)!.FullName;
                var patterns = Path.Combine(folder, "patterns");
                var (clean, general) = (Material.Clean(Corpus.Patterns(patterns)), Corpus.General(patterns));
                List<Example> seen = [.. Corpus.Read(Path.Combine(folder, "words.train.tsv")), .. Corpus.Read(Path.Combine(folder, "words.more.tsv"))];
                var wide = Corpus.Read(Path.Combine(folder, "words.wide.tsv"));
                if (parsed.GetValue(folds) is > 1 and var count)
                    Folds.Print(said.Output, part => Learn(clean, [.. seen, .. part], general), wide, count);
                else
                    Write(said.Output, Learn(clean, [.. seen, .. wide], general), parsed.GetValue(target)!.FullName);
                return 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
            {
                said.Error.WriteLine(exception.Message);
                return 1;
            }
        });
        return command;
    }

    private static WordModel Learn(List<Example> clean, List<Example> labelled, IReadOnlyList<string> general) =>
        Trainer.Train(Vocabulary.Of(clean, labelled, general), learner => Material.All(clean, labelled, general, learner));

    private static void Write(TextWriter output, WordModel model, string target)
    {
        using var file = File.Create(target);
        model.Write(file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model.Words.Count} words, {file.Length} bytes."));
    }
}
