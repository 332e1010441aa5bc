using ClaveBot.Channels;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>What a message in a private chat holds.</summary>
internal static class TelegramContent
{
    /// <summary>Null for what the app does by itself, such as noting that something was pinned.</summary>
    public static IncomingContent? Of(Message message) => message switch
    {
        { ForwardOrigin: not null } => new IncomingContent.Unsupported(UnsupportedKind.Forwarded),
        { Text: { } text } => new IncomingContent.Text(text),
        { Type: not MessageType.Unknown, IsServiceMessage: true } => null,
        _ => new IncomingContent.Unsupported(Kind(message.Type)),
    };

    private static UnsupportedKind Kind(MessageType type) => type switch
    {
        MessageType.Voice or MessageType.Audio => UnsupportedKind.Voice,
        MessageType.Photo or MessageType.LivePhoto => UnsupportedKind.Photo,
        MessageType.Video or MessageType.VideoNote or MessageType.Animation => UnsupportedKind.Video,
        MessageType.Document => UnsupportedKind.Document,
        MessageType.Sticker => UnsupportedKind.Sticker,
        MessageType.Location or MessageType.Venue => UnsupportedKind.Location,
        MessageType.Contact => UnsupportedKind.Contact,
        MessageType.Poll => UnsupportedKind.Poll,
        _ => UnsupportedKind.Other,
    };
}
