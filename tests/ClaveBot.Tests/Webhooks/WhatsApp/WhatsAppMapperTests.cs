using System.Text;
using ClaveBot.Channels;
using ClaveBot.Webhooks.WhatsApp;

namespace ClaveBot.Tests.Webhooks.WhatsApp;

public sealed class WhatsAppMapperTests
{
    private const string Sender = "SmsMessageSid=SM01&MessageSid=SM01&SmsStatus=received&NumSegments=1&AccountSid=AC01&ApiVersion=2010-04-01"
        + "&To=whatsapp%3A%2B593990000000&From=whatsapp%3A%2B593990000001&WaId=593990000001&ProfileName=Ana+Prueba";

    [Fact]
    public void A_text_is_a_text_as_typed()
    {
        var message = Map(Sender + "&MessageType=text&NumMedia=0&Body=+hola+%C2%BFc%C3%B3mo%3F+1%2B1+");

        message.ShouldBe(new IncomingMessage(
            new ChatAddress(Channel.WhatsApp, "whatsapp:+593990000001"),
            new MessageId(MessageQueue.Texts, "SM01", "SM01"),
            new IncomingContent.Text(" hola ¿cómo? 1+1 ")));
    }

    [Theory]
    [InlineData("&MessageType=button&Body=S%C3%AD&ButtonText=S%C3%AD&ButtonPayload=menu.3.1&OriginalRepliedMessageSid=MM01", "menu.3.1")]
    [InlineData("&MessageType=interactive&Body=Cambiar&ListId=menu.3.2&ListTitle=Cambiar", "menu.3.2")]
    public void A_press_is_a_press_in_the_queue_of_texts(string fields, string payload)
    {
        var message = Map(Sender + fields)!;

        message.Content.ShouldBe(new IncomingContent.Press(payload, null));
        message.Id.Queue.ShouldBe(MessageQueue.Texts);
    }

    [Fact]
    public void A_button_of_an_approved_template_says_its_words() =>
        Map(Sender + "&MessageType=button&Body=No+fui+yo&ButtonText=No+fui+yo&ButtonPayload=No+fui+yo")!.Content.ShouldBe(new IncomingContent.Text("No fui yo"));

    [Theory]
    [InlineData("&Body=STOP")]
    [InlineData("&Body=STOP&OptOutType=STOP")]
    [InlineData("&Body=Baja&OptOutType=STOP")]
    public void Who_opts_out_says_nothing_else(string fields) => Map(Sender + fields)!.Content.ShouldBe(new IncomingContent.OptedOut());

    [Theory]
    [InlineData("whatsapp:+593990000001", "whatsapp:+593990000001")]
    [InlineData("whatsapp:EC.123", "EC.123")]
    [InlineData("", "")]
    public void A_status_names_the_chat_as_it_was_sent_to(string to, string chat) => WhatsAppMapper.ChatOf(to).ShouldBe(chat);

    [Theory]
    [InlineData("&MessageType=audio&NumMedia=1&MediaContentType0=audio%2Fogg&Body=", UnsupportedKind.Voice)]
    [InlineData("&MessageType=image&NumMedia=1&MediaContentType0=image%2Fjpeg&Body=", UnsupportedKind.Photo)]
    [InlineData("&MessageType=video&NumMedia=1&MediaContentType0=video%2Fmp4", UnsupportedKind.Video)]
    [InlineData("&MessageType=document&NumMedia=1&MediaContentType0=application%2Fpdf", UnsupportedKind.Document)]
    [InlineData("&MessageType=sticker&NumMedia=1&MediaContentType0=image%2Fwebp", UnsupportedKind.Sticker)]
    [InlineData("&MessageType=location&NumMedia=0&Latitude=-0.2&Longitude=-78.5", UnsupportedKind.Location)]
    [InlineData("&MessageType=contacts&NumMedia=1&MediaContentType0=text%2Fvcard", UnsupportedKind.Contact)]
    [InlineData("&NumMedia=1&MediaContentType0=audio%2Fogg%3B+codecs%3Dopus", UnsupportedKind.Voice)]
    [InlineData("&NumMedia=1&MediaContentType0=image%2Fjpeg", UnsupportedKind.Photo)]
    [InlineData("&NumMedia=1&MediaContentType0=image%2Fwebp", UnsupportedKind.Sticker)]
    [InlineData("&NumMedia=1&MediaContentType0=video%2Fmp4", UnsupportedKind.Video)]
    [InlineData("&NumMedia=1&MediaContentType0=text%2Fx-vcard", UnsupportedKind.Contact)]
    [InlineData("&NumMedia=1&MediaContentType0=application%2Fpdf", UnsupportedKind.Document)]
    [InlineData("&NumMedia=2", UnsupportedKind.Other)]
    [InlineData("&MessageType=text&Forwarded=true", UnsupportedKind.Forwarded)]
    [InlineData("&MessageType=hologram&Body=", UnsupportedKind.Other)]
    [InlineData("", UnsupportedKind.Other)]
    public void What_the_bot_cannot_read_is_named(string fields, UnsupportedKind kind) =>
        Map(Sender + fields)!.Content.ShouldBe(new IncomingContent.Unsupported(kind));

    [Theory]
    [InlineData("&MessageType=image&NumMedia=1&MediaContentType0=image%2Fjpeg&Body=mi+clave", UnsupportedKind.Photo)]
    [InlineData("&Latitude=-0.2&Longitude=-78.5&Body=mi+clave", UnsupportedKind.Location)]
    public void The_words_below_a_picture_are_kept_for_the_guard_alone(string fields, UnsupportedKind kind) =>
        Map(Sender + fields)!.Content.ShouldBe(new IncomingContent.Unsupported(kind, "mi clave"));

    [Theory]
    [InlineData("&MessageType=text&Body=mire&Forwarded=true")]
    [InlineData("&MessageType=text&Body=mire&FrequentlyForwarded=true")]
    [InlineData("&MessageType=image&NumMedia=1&MediaContentType0=image%2Fjpeg&Body=mire&Forwarded=true")]
    public void Words_that_were_sent_on_are_somebody_elses(string fields) =>
        Map(Sender + fields)!.Content.ShouldBe(new IncomingContent.Text("mire", IsForwarded: true));

    [Theory]
    [InlineData("&MessageType=hologram&Body=hola")]
    [InlineData("&Forwarded=false&NumMedia=0&Body=hola&ButtonPayload=&ListId=")]
    public void Anything_with_words_is_a_text(string fields) => Map(Sender + fields)!.Content.ShouldBe(new IncomingContent.Text("hola"));

    [Theory]
    [InlineData("From=whatsapp%3A%2B593990000001&ExternalUserId=EC.123", "whatsapp:+593990000001")]
    [InlineData("From=&ExternalUserId=EC.123", "EC.123")]
    [InlineData("ExternalUserId=EC.123", "EC.123")]
    [InlineData("From=whatsapp%3A&ExternalUserId=EC.123", "EC.123")]
    [InlineData("From=whatsapp%3A%2B&ExternalUserId=EC.123", "EC.123")]
    [InlineData("From=whatsapp%3AEC.123", "whatsapp:EC.123")]
    public void Somebody_without_a_number_is_somebody_too(string fields, string chat) =>
        Map("MessageSid=SM01&Body=hola&" + fields)!.Chat.Id.ShouldBe(chat);

    [Theory]
    [InlineData("From=whatsapp%3A%2B593990000001&Body=hola")]
    [InlineData("MessageSid=SM01&Body=hola")]
    [InlineData("")]
    public void Without_id_or_sender_it_is_no_message(string form) => Map(form).ShouldBeNull();

    private static IncomingMessage? Map(string form) => WhatsAppMapper.Map(TwilioForm.Parse(Encoding.UTF8.GetBytes(form)));
}
