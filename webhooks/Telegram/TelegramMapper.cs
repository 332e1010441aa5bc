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
            Say(update, chat, MessageQueue.Presses, new IncomingContent.Press(press.Data, press.Id)),
        // A live location is "edited" every few seconds.
        { EditedMessage: { Chat: { Kind: TelegramChatKind.Private } chat, Kind: not UnsupportedKind.Location } } =>
            Say(update, chat, MessageQueue.Texts, new IncomingContent.Unsupported(UnsupportedKind.Edited)),
        { Message: { Chat: { Kind: TelegramChatKind.Private } chat } message } =>
            Content(message) is { } content ? Say(update, chat, MessageQueue.Texts, content) : null,
        { Message: { Chat: { Kind: TelegramChatKind.Group } chat } message } =>
            TelegramGroup.IsAddressed(message, me) ? Say(update, chat, MessageQueue.Texts, InGroup(message, me)) : null,
        _ => null,
    };

    private static IncomingContent? Content(TelegramMessage message) => message switch
    {
        { Kind: UnsupportedKind.Forwarded } => new IncomingContent.Unsupported(UnsupportedKind.Forwarded),
        { Text: { } text } => new IncomingContent.Text(text),
        { IsByTheApp: true } => null,
        _ => new IncomingContent.Unsupported(message.Kind ?? UnsupportedKind.Other),
    };

    private static IncomingContent InGroup(TelegramMessage message, TelegramIdentity me) =>
        message.Answers == me.BotId && message is { Answered: { } answered, IsByTheApp: false }
            ? new IncomingContent.GroupReply((Content(message) as IncomingContent.Text)?.Value, answered)
            : new IncomingContent.InGroup();

    private static IncomingMessage Say(TelegramUpdate update, TelegramChat chat, MessageQueue queue, IncomingContent content) => new(
        new ChatAddress(Channel.Telegram, chat.Id.ToString(CultureInfo.InvariantCulture)),
        new MessageId(queue, update.Id.ToString(CultureInfo.InvariantCulture)),
        content);
}
