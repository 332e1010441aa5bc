using System.Text;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;
using ClaveBot.Webhooks.Telegram;

namespace ClaveBot.Tests.Webhooks.Telegram;

public sealed class TelegramMapperTests
{
    private const string Person = """{"id":42,"is_bot":false,"first_name":"Ana","last_name":"Prueba","language_code":"es"}""";
    private const string Private = """{"id":42,"first_name":"Ana","last_name":"Prueba","type":"private"}""";
    private const string File = """{"file_id":"f","file_unique_id":"u","file_size":9}""";
    private const string Sized = """{"file_id":"f","file_unique_id":"u","width":9,"height":9,"duration":1,"length":9}""";

    [Fact]
    public void A_text_is_a_text_as_typed()
    {
        var message = Map(InPrivate("\"text\":\" hola \\u00bfc\\u00f3mo? \"")).ShouldNotBeNull();

        message.Chat.ShouldBe(new ChatAddress(Channel.Telegram, "42"));
        message.Id.ShouldBe(new MessageId(MessageQueue.Texts, "123456789", "9"));
        message.Content.ShouldBe(new IncomingContent.Text(" hola ¿cómo? "));
    }

    [Fact]
    public void A_command_is_a_text() =>
        Map(InPrivate("\"text\":\"/start\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":6}]"))!
            .Content.ShouldBe(new IncomingContent.Text("/start"));

    [Theory]
    [InlineData($$$"""{"message_id":9,"date":1700000000,"chat":{{{Private}}},"text":"¿Qué desea?"}""")]
    [InlineData($$$"""{"message_id":9,"date":0,"chat":{{{Private}}}}""")]
    public void A_press_has_its_own_queue_and_id(string message)
    {
        var press = Map($$$"""{"update_id":123456790,"callback_query":{"id":"77001","from":{{{Person}}},"message":{{{message}}},"chat_instance":"1","data":"menu.3.1"}}""");

        press.ShouldBe(new IncomingMessage(
            new ChatAddress(Channel.Telegram, "42"), new MessageId(MessageQueue.Presses, "123456790"), new IncomingContent.Press("menu.3.1", "77001")));
    }

    [Theory]
    [InlineData("\"voice\":" + Sized, UnsupportedKind.Voice)]
    [InlineData("\"audio\":" + Sized, UnsupportedKind.Voice)]
    [InlineData("\"photo\":[" + Sized + "]", UnsupportedKind.Photo)]
    [InlineData("\"video\":" + Sized, UnsupportedKind.Video)]
    [InlineData("\"video_note\":" + Sized, UnsupportedKind.Video)]
    [InlineData("\"animation\":" + Sized + ",\"document\":" + File, UnsupportedKind.Video)]
    [InlineData("\"document\":" + File, UnsupportedKind.Document)]
    [InlineData("""
        "sticker":{"file_id":"f","file_unique_id":"u","type":"regular","width":9,"height":9,"is_animated":false,"is_video":false}
        """, UnsupportedKind.Sticker)]
    [InlineData("\"location\":{\"latitude\":-0.2,\"longitude\":-78.5}", UnsupportedKind.Location)]
    [InlineData("""
        "location":{"latitude":-0.2,"longitude":-78.5},"venue":{"location":{"latitude":-0.2,"longitude":-78.5},"title":"t","address":"a"}
        """, UnsupportedKind.Location)]
    [InlineData("\"contact\":{\"phone_number\":\"+593990000001\",\"first_name\":\"Ana\"}", UnsupportedKind.Contact)]
    [InlineData("""
        "poll":{"id":"1","question":"?","options":[],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false}
        """, UnsupportedKind.Poll)]
    [InlineData("\"dice\":{\"emoji\":\"\\uD83C\\uDFB2\",\"value\":3}", UnsupportedKind.Other)]
    [InlineData("\"hologram\":{\"depth\":3}", UnsupportedKind.Other)]
    [InlineData("\"photo\":[" + Sized + "],\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"x\"}", UnsupportedKind.Forwarded)]
    public void What_the_bot_cannot_read_is_named(string content, UnsupportedKind kind) =>
        Map(InPrivate(content))!.Content.ShouldBe(new IncomingContent.Unsupported(kind));

    [Fact]
    public void The_words_below_a_picture_are_kept_for_the_guard_alone() =>
        Map(InPrivate("\"photo\":[" + Sized + "],\"caption\":\"mi clave\""))!.Content.ShouldBe(new IncomingContent.Unsupported(UnsupportedKind.Photo, "mi clave"));

    [Theory]
    [InlineData("\"text\":\"mire\",\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1700000000,\"sender_user_name\":\"x\"}")]
    [InlineData("\"text\":\"mire\",\"forward_origin\":{\"type\":\"another_planet\",\"date\":1}")]
    [InlineData("\"photo\":[" + Sized + "],\"caption\":\"mire\",\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"x\"}")]
    public void Words_that_were_sent_on_are_somebody_elses(string content) =>
        Map(InPrivate(content))!.Content.ShouldBe(new IncomingContent.Text("mire", IsForwarded: true));

    [Fact]
    public void An_edited_text_is_not_read_again()
    {
        var edited = Map(InPrivate("\"edit_date\":1700000001,\"text\":\"otra cosa\"").Replace("\"message\":", "\"edited_message\":", StringComparison.Ordinal));

        edited!.Content.ShouldBe(new IncomingContent.Unsupported(UnsupportedKind.Edited, "otra cosa"));
        edited.Id.Copy.ShouldBe("9");
        edited.Id.Queue.ShouldBe(MessageQueue.Texts);
    }

    [Fact]
    public void A_live_location_that_moves_says_nothing() =>
        Map(InPrivate("\"edit_date\":1700000001,\"location\":{\"latitude\":-0.2,\"longitude\":-78.5,\"live_period\":900}")
            .Replace("\"message\":", "\"edited_message\":", StringComparison.Ordinal)).ShouldBeNull();

    [Theory]
    [InlineData("\"pinned_message\":{\"message_id\":3,\"date\":1,\"chat\":" + Private + ",\"text\":\"x\"}")]
    [InlineData("\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":86400}")]
    [InlineData("\"write_access_allowed\":{}")]
    public void What_the_app_notes_by_itself_says_nothing(string content) => Map(InPrivate(content)).ShouldBeNull();

    [Theory]
    [InlineData("my_chat_member")]
    [InlineData("chat_member")]
    [InlineData("inline_query")]
    [InlineData("poll_answer")]
    [InlineData("message_reaction")]
    [InlineData("business_message")]
    [InlineData("something_of_next_year")]
    public void Other_kinds_of_update_say_nothing(string kind) => Map($$$"""{"update_id":1,"{{{kind}}}":{}}""").ShouldBeNull();

    [Theory]
    [InlineData("""{"update_id":1,"message":{}}""")]
    [InlineData("""{"update_id":1,"message":null}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"date":1,"chat":null,"text":"hola"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"holodeck"},"text":"hola"}}""")]
    [InlineData("""{"update_id":1,"edited_message":{}}""")]
    [InlineData("""{"update_id":1,"callback_query":{}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"1","data":"x","inline_message_id":"i"}}""")]
    [InlineData($$$"""{"update_id":1,"callback_query":{"id":"1","message":{"message_id":1,"date":1,"chat":{{{Private}}}},"game_short_name":"g"}}""")]
    [InlineData("""{"update_id":1,"message":[]}""")]
    [InlineData("""{"update_id":1,"message":{"date":"yesterday"}}""")]
    public void Something_odd_says_nothing_and_breaks_nothing(string update) => Map(update).ShouldBeNull();

    [Theory]
    [InlineData("\"edit_date\":99999999999999")]
    [InlineData("\"edit_date\":\"yesterday\",\"entities\":{},\"from\":7,\"reply_to_message\":[]")]
    [InlineData("\"entities\":[5,null,{\"type\":5,\"offset\":\"x\"}],\"via_bot\":{\"id\":\"x\"}")]
    [InlineData("\"hologram\":{\"depth\":3},\"forward_origin\":null")]
    public void Nothing_odd_beside_a_text_keeps_it_from_being_read(string beside) =>
        Map(InPrivate("\"text\":\"hola\"," + beside))!.Content.ShouldBe(new IncomingContent.Text("hola"));

    [Theory]
    [InlineData("\"text\":5", UnsupportedKind.Other)]
    [InlineData("\"text\":\"\\ud800\"", UnsupportedKind.Other)]
    public void What_is_not_as_documented_still_gets_a_kind_answer(string content, UnsupportedKind kind) =>
        Map(InPrivate(content))!.Content.ShouldBe(new IncomingContent.Unsupported(kind));

    [Fact]
    public void Ids_have_64_bits()
    {
        var message = Map(InPrivate("\"text\":\"hola\"").Replace("123456789", "9007199254740991", StringComparison.Ordinal)
            .Replace("\"message_id\":9", "\"message_id\":30000000000", StringComparison.Ordinal)
            .Replace("\"id\":42", "\"id\":4503599627370495", StringComparison.Ordinal)).ShouldNotBeNull();

        message.Chat.Id.ShouldBe("4503599627370495");
        message.Id.Value.ShouldBe("9007199254740991");
    }

    internal static IncomingMessage? Map(string update, string? username = "prueba_bot") => TelegramMapper.Map(
        TelegramReader.Read(Encoding.UTF8.GetBytes(update)).ShouldNotBeNull(),
        new TelegramIdentity(new TelegramSettings { Token = "700000001:made-up" }) { Username = username });

    private static string InPrivate(string content) =>
        $$$"""{"update_id":123456789,"message":{"message_id":9,"from":{{{Person}}},"chat":{{{Private}}},"date":1700000000,{{{content}}}}}""";
}
