using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests;

/// <summary>The labelled texts of tests/corpus. Nothing is tuned on a test part (see its README).</summary>
internal static class Corpus
{
    public static IReadOnlyList<(string Label, string Text)> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "corpus", file))
            .Select(static line => line.Split('\t', 2))
            .Select(static parts => (parts[0], parts[1])),
    ];

    /// <summary>Share of texts that get their label.</summary>
    public static double Accuracy(string file, Func<string, string> predict)
    {
        var texts = Read(file);
        return (double)texts.Count(text => predict(text.Text) == text.Label) / texts.Count;
    }
}
