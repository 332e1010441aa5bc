using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;

namespace ClaveBot.Channels;

/// <summary>The way from a page back to the chat: an address that opens it with "otro enlace" written already.</summary>
public sealed class WayBack(ClaveBotSettings settings, TelegramIdentity telegram)
{
    // As Vocabulary reads them: Telegram puts "/start" in front and allows no spaces.
    private const string TelegramWords = "otro_enlace";
    private const string WhatsAppWords = "otro enlace";

    /// <summary>One for each channel that is on and whose address is known; the same for every link, so that it says nothing about one.</summary>
    public IEnumerable<(Channel Channel, Uri Url)> Chats
    {
        get
        {
            if (settings.Telegram.IsOn && TelegramChat() is { } inTelegram)
                yield return (Channel.Telegram, inTelegram);
            if (settings.WhatsApp.IsOn && WhatsAppChat() is { } inWhatsApp)
                yield return (Channel.WhatsApp, inWhatsApp);
        }
    }

    private Uri? TelegramChat() =>
        settings.Telegram.ChatUrl.Length > 0 ? new(settings.Telegram.ChatUrl)
        : IsEmulated(settings.Telegram.ApiUrl) || telegram.PrivateChat is not { } chat ? null
        : new($"{chat}?start={TelegramWords}");

    private Uri? WhatsAppChat() =>
        settings.WhatsApp.ChatUrl.Length > 0 ? new(settings.WhatsApp.ChatUrl)
        : IsEmulated(settings.WhatsApp.ApiUrl) ? null
        : new($"https://wa.me/{settings.WhatsApp.FromAddress["whatsapp:+".Length..]}?text={Uri.EscapeDataString(WhatsAppWords)}");

    // Behind an address that an emulator made up there may be a stranger.
    private static bool IsEmulated(string apiUrl) => new Uri(apiUrl).IsLoopback;
}
