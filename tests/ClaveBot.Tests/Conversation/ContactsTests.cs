using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Conversation;

/// <summary>What the settings say of contacts is what people are told.</summary>
public sealed class ContactsTests
{
    [Theory]
    [InlineData("@ejemplo", true)]
    [InlineData("", false)]
    public void Social_pages_are_named_where_there_are_any(string pages, bool named) =>
        Say(new() { SocialPages = pages, CallCentre = "171" }, "persona").ShouldSatisfyAllConditions(
            said => said.ShouldContain("171"),
            said => said.Contains("está también en @ejemplo", StringComparison.Ordinal).ShouldBe(named));

    private static string Say(ContactSettings contacts, string text)
    {
        using var table = new ConversationTable(BotMode.Portal);
        var dialogue = new Dialogue(table, new() { PublicUrl = "https://clave.example.test", Contacts = contacts });
        return dialogue.Plan(new() { Chat = new(Channel.Telegram, "1") }, new IncomingContent.Text(text), DateTimeOffset.UnixEpoch).Reply!.Text;
    }
}
