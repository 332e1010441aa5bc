using ClaveBot.Settings;
using Telegram.Bot;

namespace ClaveBot.Channels.Telegram;

/// <summary>The Bot API client as ClaveBot uses it: on an HTTP client of our own, and without repeating anything by itself.</summary>
public static class TelegramApi
{
    public static ITelegramBotClient Connect(TelegramSettings settings, HttpClient http) => new TelegramBotClient(
        new TelegramBotClientOptions(settings.Token, settings.ApiUrl.TrimEnd('/')) { RetryThreshold = 0, RetryCount = 0 },
        http);
}
