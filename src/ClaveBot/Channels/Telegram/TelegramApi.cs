using ClaveBot.Settings;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace ClaveBot.Channels.Telegram;

/// <summary>The Bot API client as ClaveBot uses it: on an HTTP client of our own, and without repeating anything by itself.</summary>
public static class TelegramApi
{
    /// <summary>The kinds of update the bot asks for, whether they are delivered or fetched.</summary>
    public static IReadOnlyList<UpdateType> AllowedUpdates { get; } = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery];

    public static ITelegramBotClient Connect(TelegramSettings settings, HttpClient http) => new TelegramBotClient(
        new TelegramBotClientOptions(settings.Token, settings.ApiUrl.TrimEnd('/')) { RetryThreshold = 0, RetryCount = 0 },
        http);
}
