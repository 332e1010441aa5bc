using System.Globalization;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>What is learnt from all other files reads the texts of one: how far it carries to words that another hand wrote.</summary>
internal static class OtherHand
{
    /// <summary>Prints every mistake as label, predicted, text, and last the accuracy.</summary>
    public static void Print(TextWriter output, Understander understander, IReadOnlyList<Example> texts)
    {
        var (right, destructive) = (0, 0);
        foreach (var (meaning, text, _) in texts)
        {
            var predicted = understander.Read(text).Best;
            if (predicted == meaning)
            {
                right++;
                continue;
            }

            destructive += predicted.IsDestructive() ? 1 : 0;
            output.WriteLine($"{meaning.Label()}\t{predicted.Label()}\t{text}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {(double)right / texts.Count:0.000} ({right}/{texts.Count}), wrong destructive {destructive}"));
    }
}
