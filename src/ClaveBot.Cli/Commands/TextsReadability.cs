using System.CommandLine;
using System.Globalization;
using ClaveBot.Cli.Readability;

namespace ClaveBot.Cli.Commands;

/// <summary><c>texts readability</c>: how easily what people read is read; the hardest first, the average last.</summary>
internal static class TextsReadability
{
    private const int Shown = 10;

    public static Command Command()
    {
        var command = new Command("readability", "INFLESZ of the Spanish texts: the ten hardest, and the average of all.");
        command.SetAction(static parsed => Print(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Print(TextWriter output)
    {
        var texts = MeasuredTexts.All().OrderBy(static text => text.Measure.Score).ToList();
        foreach (var (name, text, measure) in texts.Take(Shown))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure.Score,5:0.0}  {name}: {text.ReplaceLineEndings(" ")}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"readability {texts.Average(static text => text.Measure.Score):0.0} on average of {texts.Count} texts, lowest {texts[0].Measure.Score:0.0} (INFLESZ)"));
    }
}
