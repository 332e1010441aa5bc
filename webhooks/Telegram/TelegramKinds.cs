using System.Text.Json;
using ClaveBot.Channels;
using Telegram.Bot.Types.Enums;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>What a message without a text holds: each kind of content is a field of its own name.</summary>
internal static class TelegramKinds
{
    // In this order: an animation comes with a document too, a venue with a location.
    private static readonly (string Field, UnsupportedKind Kind)[] Contents =
    [
        ("voice", UnsupportedKind.Voice),
        ("audio", UnsupportedKind.Voice),
        ("animation", UnsupportedKind.Video),
        ("video", UnsupportedKind.Video),
        ("video_note", UnsupportedKind.Video),
        ("live_photo", UnsupportedKind.Photo),
        ("photo", UnsupportedKind.Photo),
        ("sticker", UnsupportedKind.Sticker),
        ("document", UnsupportedKind.Document),
        ("venue", UnsupportedKind.Location),
        ("location", UnsupportedKind.Location),
        ("contact", UnsupportedKind.Contact),
        ("poll", UnsupportedKind.Poll),
    ];

    // These too are written by people; they get the answer to what the bot does not know.
    private static readonly MessageType[] Others =
    [
        MessageType.Unknown, MessageType.Text, MessageType.Dice, MessageType.Game, MessageType.Story, MessageType.Invoice, MessageType.PaidMedia,
        MessageType.Checklist, MessageType.Giveaway, MessageType.GiveawayWinners, MessageType.RichMessage,
    ];

    // All other kinds that the SDK names.
    private static readonly string[] AppNotes =
    [
        .. Enum.GetValues<MessageType>().Except(Others)
            .Select(type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString()))
            .Except(Contents.Select(content => content.Field), StringComparer.Ordinal),
    ];

    /// <summary>A kind that appeared after this was written is <see cref="UnsupportedKind.Other"/>.</summary>
    public static UnsupportedKind Of(JsonElement message)
    {
        foreach (var (field, kind) in Contents)
        {
            if (message.Has(field))
                return kind;
        }

        return UnsupportedKind.Other;
    }

    /// <summary>Whether the app noted this by itself.</summary>
    public static bool IsByTheApp(JsonElement message) => Array.Exists(AppNotes, note => message.Has(note));
}
