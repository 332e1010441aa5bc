using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed partial class WhatsAppWordsTests
{
    [Theory]
    [InlineData("STOP", null, true)]
    [InlineData(" stop ", null, true)]
    [InlineData("Unsubscribe", null, true)]
    [InlineData("BAJA", "STOP", true)]
    [InlineData("CANCEL", "STOP", true)]
    [InlineData("cancel", null, false)]
    [InlineData("stop it", null, false)]
    [InlineData("START", "START", false)]
    [InlineData("yes", "START", false)]
    public void Who_writes_STOP_wants_nothing_any_more(string text, string? optOut, bool isStop) =>
        (WhatsAppWords.Read(text, optOut) is IncomingContent.OptedOut).ShouldBe(isStop);

    [Theory]
    [InlineData("UNSTOP", "START")]
    [InlineData("yes", "yes")]
    public void Who_comes_back_is_understood(string text, string read) =>
        WhatsAppWords.Read(text, "START").ShouldBeOfType<IncomingContent.Text>().Value.ShouldBe(read);

    [Fact]
    public void Nobody_is_told_to_type_what_Twilio_takes_for_the_end()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var labels = StepBook.All.SelectMany(step => step.Choices).Select(choice => choice.Label.Say(language));
            var hints = Enum.GetValues<DialogueText>().SelectMany(text => Quoted().Matches(text.Say(language))).Select(quote => quote.Groups["words"].Value);

            labels.Concat(hints).Where(words => WhatsAppWords.Stops.Contains(words.Trim(), StringComparer.OrdinalIgnoreCase)).ShouldBeEmpty();
        }
    }

    [GeneratedRegex("[«\"“](?<words>[^»\"”]+)[»\"”]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
