using ClaveBot.Conversation;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Stories;

/// <summary>No state is without a story that stands there; the stories themselves prove that they do.</summary>
public sealed class VisitedStatesTests
{
    [Theory]
    [InlineData(BotMode.Operator)]
    [InlineData(BotMode.Portal)]
    public void Every_state_of_the_table_is_visited_by_a_story(BotMode mode)
    {
        var visited = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Stories", mode.ToString()), "*.txt")
            .SelectMany(file => Story.Read(file).Exchanges)
            .SelectMany(exchange => exchange.Expected)
            .Where(line => line[0] == '{')
            .SelectMany(line => line.Trim('{', '}').Split('|'));

        ConversationTable.Describe(mode).States.Select(state => state.UnderlyingState.ToString())
            .Where(state => state != nameof(State.Anywhere)).Except(visited).ShouldBeEmpty();
    }
}
