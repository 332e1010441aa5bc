using System.Text.RegularExpressions;
using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests.Docs;

public sealed partial class DecisionsTests
{
    [Fact]
    public void Every_decision_is_numbered_dated_and_reasoned()
    {
        var decisions = Repository.Files("docs", "decisions").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();

        decisions.Select(file => int.Parse(file.Name[..4], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, decisions.Count));
        foreach (var decision in decisions)
            Shape().IsMatch(File.ReadAllText(decision.FullName)).ShouldBeTrue(decision.Name);
    }

    [GeneratedRegex(
        @"\A# \d+\. .+\n\n\d{4}-\d\d-\d\d\n[\s\S]+^## Context\n[\s\S]+^## Decision\n[\s\S]+^## Why\n[\s\S]+^## Consequences\n",
        RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
