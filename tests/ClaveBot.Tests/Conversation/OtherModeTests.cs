using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Conversation;

public sealed class OtherModeTests
{
    [Theory]
    [InlineData(BotMode.Operator, State.OpenSite)]
    [InlineData(BotMode.Portal, State.HasMail)]
    public void A_conversation_from_before_the_mode_changed_starts_over(BotMode mode, State left)
    {
        using var table = new ConversationTable(mode);
        var dialogue = new Dialogue(table, new ClaveBotSettings { Mode = mode, PublicUrl = "https://bot.example.test" });
        var record = new ConversationRecord { Chat = new(Channel.Telegram, "1"), State = left, Turn = 3 };

        dialogue.Plan(record, new IncomingContent.Text("hola"), DateTimeOffset.UnixEpoch).Next.ShouldBe(State.Menu);
        dialogue.Plan(record, new IncomingContent.Press($"{left}:3:Yes", null), DateTimeOffset.UnixEpoch).Next.ShouldBe(State.Menu);
    }
}
