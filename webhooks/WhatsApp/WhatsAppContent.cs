using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;

namespace ClaveBot.Webhooks.WhatsApp;

/// <summary>What a WhatsApp message holds.</summary>
internal static class WhatsAppContent
{
    public static IncomingContent Of(TwilioForm form)
    {
        if (Pressed(form) is { } press)
            return press;
        var words = form["Body"] is { Length: > 0 } body ? body : null;
        if (form["Forwarded"] is "true" || form["FrequentlyForwarded"] is "true")
            return words is null ? new IncomingContent.Unsupported(UnsupportedKind.Forwarded) : new IncomingContent.Text(words, IsForwarded: true);
        if (Unreadable(form) is { } kind)
            return new IncomingContent.Unsupported(kind, words);
        return words is null
            ? new IncomingContent.Unsupported(UnsupportedKind.Other)
            : WhatsAppWords.Read(words, form["OptOutType"]);
    }

    /// <summary>A button of an operator's approved template says nothing but its words: they count as if typed.</summary>
    private static IncomingContent? Pressed(TwilioForm form) => (form["ButtonPayload"], form["ListId"]) switch
    {
        ({ Length: > 0 } payload, _) when payload == form["ButtonText"] => new IncomingContent.Text(payload),
        ({ Length: > 0 } payload, _) => new IncomingContent.Press(payload, CallbackId: null),
        (_, { Length: > 0 } item) => new IncomingContent.Press(item, CallbackId: null),
        _ => null,
    };

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
