using System.Globalization;
using ClaveBot.Settings;

namespace ClaveBot.Channels.Telegram;

/// <summary>Who the bot is on Telegram.</summary>
public sealed class TelegramIdentity(TelegramSettings settings)
{
    private volatile string? username;

    /// <summary>The bot's user id: the digits before the colon of its token (0 when there is none).</summary>
    public long BotId { get; } =
        long.TryParse(settings.Token.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Without the @; null until Telegram has told it.</summary>
    public string? Username
    {
        get => username;
        set => username = value;
    }

    /// <summary>Opens a private chat with the bot; null until the username is known.</summary>
    public Uri? PrivateChat => Username is { } name ? new Uri("https://t.me/" + name) : null;
}
