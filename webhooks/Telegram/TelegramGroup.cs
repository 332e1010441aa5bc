using ClaveBot.Channels.Telegram;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Whether somebody in a group means the bot: by a command, an answer to it, or its name.</summary>
internal static class TelegramGroup
{
    public static bool IsAddressed(Message message, TelegramIdentity me)
    {
        // Two bots that answer each other would never stop.
        if (me.BotId == 0 || message.From is { IsBot: true } || message.IsAutomaticForward)
            return false;
        if (message.ReplyToMessage?.From?.Id == me.BotId)
            return true;
        var text = message.Text ?? message.Caption ?? "";
        var entities = (message.Text is null ? message.CaptionEntities : message.Entities) ?? [];
        return entities.Any(entity => entity.Type switch
        {
            MessageEntityType.BotCommand => entity.Offset == 0 && IsCommandFor(Slice(text, entity), me),
            MessageEntityType.Mention => IsName(Slice(text, entity).TrimStart('@'), me),
            MessageEntityType.TextMention => entity.User?.Id == me.BotId,
            _ => false,
        });
    }

    /// <summary>"/start" is for every bot, "/start@name" for one.</summary>
    private static bool IsCommandFor(string command, TelegramIdentity me) =>
        command.Split('@', 2) is not [_, var name] || IsName(name, me);

    private static bool IsName(string name, TelegramIdentity me) =>
        me.Username is { } username && string.Equals(name, username, StringComparison.OrdinalIgnoreCase);

    /// <summary>Empty when the entity lies outside the text.</summary>
    private static string Slice(string text, MessageEntity entity) =>
        entity.Offset >= 0 && entity.Length >= 0 && entity.Length <= text.Length - entity.Offset
            ? text.Substring(entity.Offset, entity.Length)
            : "";
}
