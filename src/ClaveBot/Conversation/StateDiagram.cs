using ClaveBot.Settings;
using Stateless.Graph;

namespace ClaveBot.Conversation;

/// <summary>The picture of the table in the README: made from the table itself, and compared with it by a test.</summary>
public static class StateDiagram
{
    /// <summary>Mermaid, with one arrow for all triggers that lead from one state to another.</summary>
    public static string Mermaid(BotMode mode)
    {
        var lines = MermaidGraph.Format(ConversationTable.Describe(mode)).ReplaceLineEndings("\n").Replace(" [Function]", "", StringComparison.Ordinal).Split('\n');
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
}
