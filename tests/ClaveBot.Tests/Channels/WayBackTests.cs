using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Channels;

public sealed class WayBackTests
{
    [Fact]
    public void Each_channel_that_is_on_is_opened_with_the_words_that_ask_for_another_link()
    {
        var settings = new ClaveBotSettings
        {
            Telegram = new() { Token = "1:a" },
            WhatsApp = new() { AccountSid = "AC1", From = "+593990000001" },
        };

        Of(settings, "prueba_bot").ShouldBe(["https://t.me/prueba_bot?start=otro_enlace", "https://wa.me/593990000001?text=otro%20enlace"]);
        Of(settings, username: null).ShouldBe(["https://wa.me/593990000001?text=otro%20enlace"]);
    }

    [Fact]
    public void Behind_an_emulated_messenger_nobody_is_pointed_to_unless_the_settings_say_so()
    {
        var settings = new ClaveBotSettings
        {
            Telegram = new() { Token = "1:a", ApiUrl = "http://127.0.0.1:5083" },
            WhatsApp = new() { AccountSid = "AC1", From = "whatsapp:+593990000001", ApiUrl = "http://localhost:5084", ChatUrl = "http://localhost:5080/#whatsapp" },
        };

        Of(settings, "prueba_bot").ShouldBe(["http://localhost:5080/#whatsapp"]);
    }

    [Fact]
    public void A_channel_that_is_off_has_none() => Of(new() { Telegram = new() { ChatUrl = "https://t.me/prueba_bot" } }, "prueba_bot").ShouldBeEmpty();

    private static IEnumerable<string> Of(ClaveBotSettings settings, string? username) =>
        new WayBack(settings, new TelegramIdentity(settings.Telegram) { Username = username }).Chats.Select(chat => chat.Url.AbsoluteUri);
}
