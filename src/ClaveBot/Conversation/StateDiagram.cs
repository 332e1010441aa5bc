using System.Text.RegularExpressions;
using ClaveBot.Settings;
using Stateless.Graph;

namespace ClaveBot.Conversation;

/// <summary>The picture of the table in the README: made from the table itself, and compared with it by a test.</summary>
public static partial class StateDiagram
{
    /// <summary>Mermaid, with one arrow for all triggers that lead from one state to another; the way back from an aside leads to WhereTheyWere.</summary>
    public static string Mermaid(BotMode mode)
    {
        // Each dynamic transition is a node of its own to Stateless; all of ours lead to the same place.
        var lines = MermaidGraph.Format(ConversationTable.Describe(mode)).ReplaceLineEndings("\n").Replace(" [Function]", "", StringComparison.Ordinal).Split('\n')
            .Where(static line => !line.EndsWith("<<choice>>", StringComparison.Ordinal))
            .Select(static line => Decision().Replace(line, "WhereTheyWere"));
        var arrows = new Dictionary<string, int>(StringComparer.Ordinal);
        var merged = new List<string>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.Split(" : ") is not [var arrow, var trigger])
                merged.Add(line);
            else if (arrows.TryGetValue(arrow, out var at))
                merged[at] += $", {trigger}";
            else
            {
                arrows[arrow] = merged.Count;
                merged.Add(line);
            }
        }

        return string.Join('\n', merged);
    }

    [GeneratedRegex(@"Decision\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decision();
}
