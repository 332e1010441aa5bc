using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>What there is to learn from, in the folder tests/corpus. The test part is not opened.</summary>
internal static class Corpus
{
    // Where what is learnt is measured.
    private static readonly string[] Unlearnt = ["dev", "test"];

    /// <summary>The file of one part of the labelled texts.</summary>
    public static string Part(string folder, string part) => Path.Combine(folder, $"words.{part}.tsv");

    /// <summary>All labelled texts to learn from, except one part.</summary>
    public static List<Example> LearntFrom(string folder, string? without) => [.. Directory.GetFiles(folder, "words.*.tsv")
        .Where(file => Unlearnt.Append(without).All(part => file != Part(folder, part ?? "")))
        .Order(StringComparer.Ordinal)
        .SelectMany(Read)];

    /// <summary>The labelled texts of a file: label, tab, text.</summary>
    public static List<Example> Read(string file) => [.. File.ReadLines(file).Where(static line => line.Length > 0).Select(Parse)];

    /// <summary>The patterns of a folder: a file a meaning, a pattern a line; # begins a comment.</summary>
    public static List<(Meaning Meaning, Pattern Pattern)> Patterns(string folder)
    {
        var slots = new Dictionary<string, Pattern>(StringComparer.Ordinal);
        foreach (var line in Lines(Path.Combine(folder, "slots.txt")))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            slots.Add(line[..at].Trim(), Pattern.Parse(line[(at + 1)..].Trim(), slots));
        }

        return [.. Enum.GetValues<Meaning>().SelectMany(meaning => Lines(Path.Combine(folder, meaning.Label() + ".txt")).Select(line => (meaning, Pattern.Parse(line, slots))))];
    }

    /// <summary>The words of the rest of life, in the folder of patterns.</summary>
    public static IReadOnlyList<string> General(string folder) => [.. Lines(Path.Combine(folder, "general.txt")).SelectMany(static line => line.Split(' '))];

    private static IEnumerable<string> Lines(string file) => File.ReadLines(file).Where(static line => line.Length > 0 && line[0] != '#');

    private static Example Parse(string line) =>
        line.Split('\t', 2) is [var label, var text] && Meanings.OfLabel(label) is { } meaning
            ? new(meaning, text)
            : throw new FormatException("A line is not a label, a tab and a text.");
}
