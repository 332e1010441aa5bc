using ClaveBot.Channels;

namespace ClaveBot.Tests.Webhooks.Telegram;

public sealed class TelegramGroupTests
{
    [Theory]
    [InlineData("group", "\"text\":\"/start\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":6}]")]
    [InlineData("supergroup", "\"text\":\"/start@Prueba_Bot hola\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":17}]")]
    [InlineData("supergroup", "\"text\":\"oye @prueba_bot\",\"entities\":[{\"type\":\"mention\",\"offset\":4,\"length\":11}]")]
    [InlineData("group", "\"text\":\"oye bot\",\"entities\":[{\"type\":\"text_mention\",\"offset\":4,\"length\":3,\"user\":{\"id\":700000001,\"is_bot\":true,\"first_name\":\"P\"}}]")]
    [InlineData("group", "\"photo\":[],\"caption\":\"@prueba_bot\",\"caption_entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":11}]")]
    [InlineData("group", "\"text\":\"gracias\",\"reply_to_message\":{\"message_id\":3,\"date\":1,\"chat\":{\"id\":-100200,\"type\":\"group\"},\"from\":{\"id\":700000001,\"is_bot\":true,\"first_name\":\"P\"}}")]
    public void Who_means_the_bot_is_heard(string type, string content)
    {
        var message = TelegramMapperTests.Map(InGroup(type, content)).ShouldNotBeNull();

        message.Chat.ShouldBe(new ChatAddress(Channel.Telegram, "-100200"));
        message.Id.ShouldBe(new MessageId(MessageQueue.Texts, "55"));
        message.Content.ShouldBeOfType<IncomingContent.InGroup>();
    }

    [Theory]
    [InlineData("\"text\":\"gracias\"", "gracias")]
    [InlineData("\"photo\":[]", null)]
    [InlineData("\"text\":\"de otro\",\"forward_origin\":{\"type\":\"user\"}", null)]
    public void A_reply_to_a_text_of_the_bots_brings_that_text_along(string content, string? typed) =>
        TelegramMapperTests.Map(InGroup("supergroup", content + ",\"reply_to_message\":" + Replied(700000001, isBot: true))).ShouldNotBeNull()
            .Content.ShouldBe(new IncomingContent.GroupReply(typed, "Caso A"));

    [Theory]
    [InlineData(8, true)]
    [InlineData(42, false)]
    public void A_reply_to_somebody_elses_text_is_nothing(long author, bool isBot) =>
        TelegramMapperTests.Map(InGroup("supergroup", "\"text\":\"gracias\",\"reply_to_message\":" + Replied(author, isBot))).ShouldBeNull();

    /// <summary>A person whose id is the bot's there is not: the text is believed only when both say so.</summary>
    [Fact]
    public void Whoever_is_no_bot_is_not_believed_to_be_this_one() =>
        TelegramMapperTests.Map(InGroup("supergroup", "\"text\":\"gracias\",\"reply_to_message\":" + Replied(700000001, isBot: false))).ShouldNotBeNull()
            .Content.ShouldBeOfType<IncomingContent.InGroup>();

    [Theory]
    [InlineData("\"text\":\"hola a todos\"")]
    [InlineData("\"text\":\"/start@otro_bot\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":15}]")]
    [InlineData("\"text\":\"use /start\",\"entities\":[{\"type\":\"bot_command\",\"offset\":4,\"length\":6}]")]
    [InlineData("\"text\":\"@otro_bot\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":9}]")]
    [InlineData("\"text\":\"prueba_bot\"")]
    [InlineData("\"text\":\"x\",\"entities\":[{\"type\":\"mention\",\"offset\":-5,\"length\":900}]")]
    [InlineData("\"text\":\"x\",\"entities\":[{\"type\":\"mention\",\"offset\":2147483647,\"length\":2147483647}]")]
    [InlineData("\"text\":\"x\",\"entities\":[{\"type\":\"mention\"},{\"type\":\"text_mention\"},{\"type\":\"holo\"}]")]
    [InlineData("\"text\":\"x\",\"reply_to_message\":{\"message_id\":3,\"date\":1,\"chat\":{\"id\":-100200,\"type\":\"group\"},\"from\":{\"id\":8,\"is_bot\":true,\"first_name\":\"P\"}}")]
    [InlineData("\"new_chat_members\":[{\"id\":700000001,\"is_bot\":true,\"first_name\":\"P\"}]")]
    public void Who_does_not_is_left_alone(string content) => TelegramMapperTests.Map(InGroup("supergroup", content)).ShouldBeNull();

    [Fact]
    public void Another_bot_is_never_answered() =>
        TelegramMapperTests.Map(InGroup("group", "\"text\":\"/start\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":6}]")
            .Replace("\"is_bot\":false", "\"is_bot\":true", StringComparison.Ordinal)).ShouldBeNull();

    [Fact]
    public void Without_knowing_its_own_name_the_bot_does_not_guess() =>
        TelegramMapperTests.Map(InGroup("group", "\"text\":\"@prueba_bot\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":11}]"), username: null)
            .ShouldBeNull();

    private static string Replied(long author, bool isBot) =>
        $$$"""{"message_id":3,"date":1,"chat":{"id":-100200,"type":"supergroup"},"text":"Caso A","from":{"id":{{{author}}},"is_bot":{{{(isBot ? "true" : "false")}}},"first_name":"P"}}""";

    private static string InGroup(string type, string content) =>
        $$$"""{"update_id":55,"message":{"message_id":9,"from":{"id":42,"is_bot":false,"first_name":"Ana"},"chat":{"id":-100200,"title":"Grupo","type":"{{{type}}}"},"date":1700000000,{{{content}}}}}""";
}
