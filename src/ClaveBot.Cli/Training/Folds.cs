using System.Globalization;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>Cross-validation: what is learnt from the other parts of the labelled texts reads each part.</summary>
internal static class Folds
{
    /// <summary>Prints every mistake as label, predicted, text, and last the accuracy.</summary>
    public static void Print(TextWriter output, Func<IReadOnlyList<Example>, WordModel> learn, List<Example> labelled, int count)
    {
        var shuffled = labelled.ToList();
        new Chance(11).Shuffle(shuffled);
        var (right, destructive) = (0, 0);
        for (var fold = 0; fold < count; fold++)
        {
            var understander = new Understander(learn([.. shuffled.Where((_, i) => i % count != fold)]));
            foreach (var (meaning, text, _) in shuffled.Where((_, i) => i % count == fold))
            {
                var predicted = understander.Read(text).Best;
                right += predicted == meaning ? 1 : 0;
                if (predicted == meaning)
                    continue;
                destructive += predicted.IsDestructive() ? 1 : 0;
                output.WriteLine($"{meaning.Label()}\t{predicted.Label()}\t{text}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {(double)right / labelled.Count:0.000} ({right}/{labelled.Count}), wrong destructive {destructive}"));
    }
}
