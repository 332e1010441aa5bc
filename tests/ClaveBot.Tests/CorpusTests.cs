using ClaveBot.Conversation;

namespace ClaveBot.Tests;

/// <summary>What is measured on was not learnt from.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("words", "words.train.tsv words.more.tsv words.wide.tsv")]
    [InlineData("links", "links.train.tsv links.wide.tsv")]
    [InlineData("secrets", "secrets.train.tsv secrets.wide.tsv")]
    public void No_line_of_a_test_or_development_part_is_in_a_part_to_learn_from(string task, string learntFrom)
    {
        var learnt = learntFrom.Split(' ').SelectMany(Corpus.Read).Select(line => KeyOf(task, line.Text)).ToHashSet(StringComparer.Ordinal);

        Corpus.Read($"{task}.test.tsv").Concat(Corpus.Read($"{task}.dev.tsv")).Where(line => learnt.Contains(KeyOf(task, line.Text))).ShouldBeEmpty();
    }

    // A link is another one by its signs; words are not.
    private static string KeyOf(string task, string text) =>
        task == "words" && Words.Fold(text) is { Length: > 0 } folded ? folded : string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
