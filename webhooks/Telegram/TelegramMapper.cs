using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using MessageId = ClaveBot.Channels.MessageId;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Turns an update into what a person said; null when nobody said anything to the bot.</summary>
internal static class TelegramMapper
{
    public static IncomingMessage? Map(Update update, TelegramIdentity me) => update switch
    {
        { CallbackQuery: { Message.Chat: { Type: ChatType.Private } chat, Data: { } data, Id: var id } } =>
            Say(update, chat, MessageQueue.Presses, new IncomingContent.Press(data, id)),
        // A live location is "edited" every few seconds.
        { EditedMessage: { Chat: { Type: ChatType.Private } chat, Location: null } } =>
            Say(update, chat, MessageQueue.Texts, new IncomingContent.Unsupported(UnsupportedKind.Edited)),
        { Message: { Chat: { Type: ChatType.Private } chat } message } =>
            TelegramContent.Of(message) is { } content ? Say(update, chat, MessageQueue.Texts, content) : null,
        { Message: { Chat: { Type: ChatType.Group or ChatType.Supergroup } chat } message } =>
            TelegramGroup.IsAddressed(message, me) ? Say(update, chat, MessageQueue.Texts, new IncomingContent.InGroup()) : null,
        _ => null,
    };

    private static IncomingMessage Say(Update update, Chat chat, MessageQueue queue, IncomingContent content) => new(
        new ChatAddress(Channel.Telegram, chat.Id.ToString(CultureInfo.InvariantCulture)),
        new MessageId(queue, update.Id.ToString(CultureInfo.InvariantCulture)),
        content);
}
