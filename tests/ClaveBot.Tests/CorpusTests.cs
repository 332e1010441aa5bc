using ClaveBot.Conversation;
using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests;

/// <summary>What is measured on was not learnt from.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("words")]
    [InlineData("links")]
    [InlineData("secrets")]
    public void No_line_of_a_test_or_development_part_is_in_a_part_to_learn_from(string task)
    {
        string[] measures = [$"{task}.test.tsv", $"{task}.dev.tsv"];
        var learnt = Directory.GetFiles(Repository.Path("tests", "corpus"), $"{task}.*.tsv").Select(file => Path.GetFileName(file)!).Except(measures, StringComparer.Ordinal)
            .SelectMany(Corpus.Read).Select(line => KeyOf(task, line.Text)).ToHashSet(StringComparer.Ordinal);

        learnt.ShouldNotBeEmpty();
        measures.SelectMany(Corpus.Read).Where(line => learnt.Contains(KeyOf(task, line.Text))).ShouldBeEmpty();
    }

    // A link is another one by its signs; words are not.
    private static string KeyOf(string task, string text) =>
        task == "words" && Words.Fold(text) is { Length: > 0 } folded ? folded : string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
