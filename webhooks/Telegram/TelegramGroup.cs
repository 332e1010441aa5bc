using ClaveBot.Channels.Telegram;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Whether somebody in a group means the bot: by a command, an answer to it, or its name.</summary>
internal static class TelegramGroup
{
    public static bool IsAddressed(TelegramMessage message, TelegramIdentity me)
    {
        // Two bots that answer each other would never stop.
        if (me.BotId == 0 || message.IsByABot)
            return false;
        return message.Answers == me.BotId || message.Entities.Any(entity => entity.Type switch
        {
            "bot_command" => entity.IsAtStart && IsCommandFor(entity.Text, me),
            "mention" => IsName(entity.Text.TrimStart('@'), me),
            "text_mention" => entity.User == me.BotId,
            _ => false,
        });
    }

    /// <summary>"/start" is for every bot, "/start@name" for one.</summary>
    private static bool IsCommandFor(string command, TelegramIdentity me) =>
        command.Split('@', 2) is not [_, var name] || IsName(name, me);

    private static bool IsName(string name, TelegramIdentity me) =>
        me.Username is { } username && string.Equals(name, username, StringComparison.OrdinalIgnoreCase);
}
