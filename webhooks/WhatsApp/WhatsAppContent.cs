using ClaveBot.Channels;

namespace ClaveBot.Webhooks.WhatsApp;

/// <summary>What a WhatsApp message holds.</summary>
internal static class WhatsAppContent
{
    public static IncomingContent Of(TwilioForm form)
    {
        if (Pressed(form) is { } payload)
            return new IncomingContent.Press(payload, CallbackId: null);
        if (form["Forwarded"] is "true" || form["FrequentlyForwarded"] is "true")
            return new IncomingContent.Unsupported(UnsupportedKind.Forwarded);
        if (Unreadable(form) is { } kind)
            return new IncomingContent.Unsupported(kind);
        return form["Body"] is { Length: > 0 } text
            ? new IncomingContent.Text(text)
            : new IncomingContent.Unsupported(UnsupportedKind.Other);
    }

    private static string? Pressed(TwilioForm form) =>
        form["ButtonPayload"] is { Length: > 0 } button ? button
        : form["ListId"] is { Length: > 0 } item ? item
        : null;

    /// <summary>Null for text. New message types appear without notice: one with a body is read as text.</summary>
    private static UnsupportedKind? Unreadable(TwilioForm form) => form["MessageType"]?.ToLowerInvariant() switch
    {
        "audio" or "voice" => UnsupportedKind.Voice,
        "image" => UnsupportedKind.Photo,
        "video" => UnsupportedKind.Video,
        "document" => UnsupportedKind.Document,
        "sticker" => UnsupportedKind.Sticker,
        "location" => UnsupportedKind.Location,
        "contact" or "contacts" => UnsupportedKind.Contact,
        "poll" => UnsupportedKind.Poll,
        _ when form["Latitude"] is { Length: > 0 } => UnsupportedKind.Location,
        _ when form["NumMedia"] is { Length: > 0 } and not "0" => Media(form["MediaContentType0"] ?? ""),
        _ => null,
    };

    private static UnsupportedKind Media(string type) => type.Split('/', ';') switch
    {
        ["audio", ..] => UnsupportedKind.Voice,
        ["image", "webp", ..] => UnsupportedKind.Sticker,
        ["image", ..] => UnsupportedKind.Photo,
        ["video", ..] => UnsupportedKind.Video,
        ["text", "vcard" or "x-vcard", ..] => UnsupportedKind.Contact,
        ["application", ..] => UnsupportedKind.Document,
        _ => UnsupportedKind.Other,
    };
}
