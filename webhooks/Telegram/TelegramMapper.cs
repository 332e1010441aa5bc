using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Turns an update into what a person said; null when nobody said anything to the bot.</summary>
internal static class TelegramMapper
{
    public static IncomingMessage? Map(TelegramUpdate update, TelegramIdentity me) => update switch
    {
        { Press: { Chat: { Kind: TelegramChatKind.Private } chat } press } =>
            Say(update, chat, MessageQueue.Presses, null, new IncomingContent.Press(press.Data, press.Id)),
        // A live location is "edited" every few seconds.
        { EditedMessage: { Chat: { Kind: TelegramChatKind.Private } chat, Kind: not UnsupportedKind.Location } edited } =>
            Say(update, chat, MessageQueue.Texts, edited.Id, new IncomingContent.Unsupported(UnsupportedKind.Edited, edited.Text ?? edited.Caption)),
        { Message: { Chat: { Kind: TelegramChatKind.Private } chat } message } =>
            Content(message) is { } content ? Say(update, chat, MessageQueue.Texts, message.Id, content) : null,
        // Of what is said in a group nothing is taken in, and nothing can be deleted there.
        { Message: { Chat: { Kind: TelegramChatKind.Group } chat } message } =>
            TelegramGroup.IsAddressed(message, me) ? Say(update, chat, MessageQueue.Texts, null, InGroup(message, me)) : null,
        _ => null,
    };

    private static IncomingContent? Content(TelegramMessage message) => message switch
    {
        { Kind: UnsupportedKind.Forwarded } => (message.Text ?? message.Caption) is { } words
            ? new IncomingContent.Text(words, IsForwarded: true)
            : new IncomingContent.Unsupported(UnsupportedKind.Forwarded),
        { Text: { } text } => new IncomingContent.Text(text),
        { IsByTheApp: true } => null,
        _ => new IncomingContent.Unsupported(message.Kind ?? UnsupportedKind.Other, message.Caption),
    };

    private static IncomingContent InGroup(TelegramMessage message, TelegramIdentity me) =>
        message.Answers == me.BotId && message is { Answered: { } answered, IsByTheApp: false }
            ? new IncomingContent.GroupReply(Content(message) is IncomingContent.Text { IsForwarded: false, Value: var typed } ? typed : null, answered)
            : new IncomingContent.InGroup();

    private static IncomingMessage Say(TelegramUpdate update, TelegramChat chat, MessageQueue queue, long? copy, IncomingContent content) => new(
        new ChatAddress(Channel.Telegram, chat.Id.ToString(CultureInfo.InvariantCulture)),
        new MessageId(queue, update.Id.ToString(CultureInfo.InvariantCulture), copy?.ToString(CultureInfo.InvariantCulture)),
        content);
}
