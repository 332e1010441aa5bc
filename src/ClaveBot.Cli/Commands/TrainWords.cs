using System.CommandLine;
using System.Globalization;
using ClaveBot.Cli.Training;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Commands;

/// <summary>
/// <c>train words</c>: makes the model of free words anew from tests/corpus, the same from the same; with <c>--without</c> it says instead how
/// well what is learnt from the other files reads that one. It never opens the test part.
/// </summary>
internal static class TrainWords
{
    public static Command Command()
    {
        var corpus = new Option<DirectoryInfo>("--from") { Description = "The folder of the labelled texts and patterns.", HelpName = "FOLDER", DefaultValueFactory = _ => new("tests/corpus") };
        var target = new Option<FileInfo>("--to") { Description = "The file to make.", HelpName = "FILE", DefaultValueFactory = _ => new("src/ClaveBot/Conversation/Understanding/words.model") };
        var without = new Option<string>("--without") { Description = "Makes no file; learns from all but words.PART.tsv and reads that.", HelpName = "PART" };
        var command = new Command("words", "Makes the model of free words anew.") { corpus, target, without };
        command.SetAction(parsed =>
        {
            var said = parsed.InvocationConfiguration;
            try
            {
                var folder = parsed.GetValue(corpus)!.FullName;
                var patterns = Path.Combine(folder, "patterns");
                var (clean, general) = (Material.Clean(Corpus.Patterns(patterns)), Corpus.General(patterns));
                var part = parsed.GetValue(without);
                var labelled = Corpus.LearntFrom(folder, part);
                var model = Trainer.Train(Vocabulary.Of(clean, labelled, general), learner => Material.All(clean, labelled, learner));
                if (part is not null)
                    OtherHand.Print(said.Output, new(model), Corpus.Read(Corpus.Part(folder, part)));
                else
                    Write(said.Output, model, parsed.GetValue(target)!.FullName);
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

    private static void Write(TextWriter output, WordModel model, string target)
    {
        using var file = File.Create(target);
        model.Write(file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model.Words.Count} words, {file.Length} bytes."));
    }
}
