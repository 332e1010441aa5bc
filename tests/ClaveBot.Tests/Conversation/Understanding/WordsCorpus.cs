using ClaveBot.Conversation.Understanding;
using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests.Conversation.Understanding;

/// <summary>The labelled texts of tests/corpus.</summary>
internal static class WordsCorpus
{
    public static IReadOnlyList<(Meaning Meaning, string Text)> Read(string file) =>
        [.. Repository.Read("tests", "corpus", file).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .Select(parts => (Meanings.OfLabel(parts[0])!.Value, parts[1]))];
}
