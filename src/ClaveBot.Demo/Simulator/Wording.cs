using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.Simulator;

/// <summary>How the page words what a phone holds.</summary>
internal static class Wording
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-EC");
    private static readonly TimeZoneInfo Guayaquil = TimeZoneInfo.FindSystemTimeZoneById("America/Guayaquil");

    /// <summary>What the "more" menu offers, in its order.</summary>
    public static readonly IReadOnlyList<(MessageKind Kind, string Label)> Kinds =
    [
        (MessageKind.Voice, "Nota de voz"),
        (MessageKind.Photo, "Foto"),
        (MessageKind.Sticker, "Sticker"),
        (MessageKind.Video, "Video"),
        (MessageKind.Document, "Documento"),
        (MessageKind.Location, "Ubicación"),
        (MessageKind.Contact, "Contacto"),
        (MessageKind.Forwarded, "Mensaje reenviado"),
    ];

    public static string Name(this Channel channel) => channel switch
    {
        Channel.Telegram => "Telegram",
        _ => "WhatsApp",
    };

    /// <summary>The start of the element ids of one phone.</summary>
    public static string Key(this Channel channel) => channel switch
    {
        Channel.Telegram => "telegram",
        _ => "whatsapp",
    };

    /// <summary>In place of what the simulator cannot show; empty for texts.</summary>
    public static string Stand(PhoneMessage message) => message.Kind switch
    {
        MessageKind.Text or MessageKind.Forwarded => "",
        MessageKind.Press => "Tocó",
        MessageKind.Poll => "[Encuesta]",
        var kind => "[" + Kinds.First(other => other.Kind == kind).Label + "]",
    };

    public static string Hour(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Guayaquil).ToString("HH:mm", Spanish);

    public static string Status(PhoneMessage message) => message switch
    {
        { Redacted: true } => "borrado en Twilio",
        { FromBot: true, Status: "read" } => "leído",
        _ => "",
    };
}
