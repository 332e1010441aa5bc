using System.Text.RegularExpressions;
using ClaveBot.Conversation;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Conversation;

public sealed partial class TopicsTests
{
    [Fact]
    public void A_command_means_one_thing() => Topics.All.SelectMany(topic => topic.Commands).ShouldBeUnique();

    [Fact]
    public void Telegram_takes_every_command() => Topics.All.SelectMany(topic => topic.Commands).ShouldAllBe(command => Taken().IsMatch(command));

    [Theory]
    [InlineData("/cambiar", Trigger.Change)]
    [InlineData("/CHANGE@ClaveBot", Trigger.Change)]
    [InlineData(" /nofuiyo ", Trigger.NotMe)]
    [InlineData("/start", Trigger.Menu)]
    public void A_command_is_read_in_both_languages(string text, Trigger trigger) => Topics.OfCommand(text).ShouldBe(trigger);

    /// <summary>What follows a link's start is said, not commanded; and a word is no command.</summary>
    [Theory]
    [InlineData("/start otro_enlace")]
    [InlineData("cambiar")]
    [InlineData("/")]
    [InlineData("/cambiarlo")]
    public void Anything_else_is_no_command(string text) => Topics.OfCommand(text).ShouldBeNull();

    /// <summary>Every one can be asked for in every state, in both modes; what leads back needs a place to come from.</summary>
    [Theory]
    [InlineData(BotMode.Operator)]
    [InlineData(BotMode.Portal)]
    public void A_topic_is_within_reach_from_everywhere(BotMode mode)
    {
        using var table = new ConversationTable(mode);

        foreach (var topic in Topics.All.Where(topic => topic.Trigger != Trigger.Back))
            table.Allows(State.More, topic.Trigger).ShouldBeTrue(topic.Command);
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex Taken();
}
