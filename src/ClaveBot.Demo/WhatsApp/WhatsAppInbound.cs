using System.Globalization;
using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>The form of an inbound message (Twilio, "Twilio's Request to your Incoming Message Webhook URL").</summary>
internal sealed class WhatsAppInbound(WhatsAppEmulatorOptions options)
{
    public Dictionary<string, string> Form(PhoneMessage message, string profileName)
    {
        var number = message.Chat.Split(':')[^1].TrimStart('+');
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = message.Id,
            ["SmsMessageSid"] = message.Id,
            ["SmsSid"] = message.Id,
            ["AccountSid"] = options.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = message.Chat,
            ["To"] = options.From,
            ["Body"] = message.Text,
            ["WaId"] = number,
            ["ProfileName"] = profileName,
            ["ExternalUserId"] = "EC." + number,
            ["ChannelMetadata"] = Metadata(number, profileName),
            ["MessageType"] = "text",
            ["NumMedia"] = "0",
            ["NumSegments"] = "1",
            ["ReferralNumMedia"] = "0",
            ["SmsStatus"] = "received",
        };
        AddKind(form, message);
        return form;
    }

    private void AddKind(Dictionary<string, string> form, PhoneMessage message)
    {
        switch (message.Kind)
        {
            case MessageKind.Voice:
                AddMedia(form, message, "audio", "audio/ogg");
                break;
            case MessageKind.Photo:
                AddMedia(form, message, "image", "image/jpeg");
                break;
            case MessageKind.Video:
                AddMedia(form, message, "video", "video/mp4");
                break;
            case MessageKind.Document:
                AddMedia(form, message, "document", "application/pdf");
                break;
            case MessageKind.Sticker:
                AddMedia(form, message, "sticker", "image/webp");
                break;
            case MessageKind.Contact:
                AddMedia(form, message, "contacts", "text/vcard");
                break;
            case MessageKind.Location:
                form["MessageType"] = "location";
                form["Latitude"] = (-0.2).ToString(CultureInfo.InvariantCulture);
                form["Longitude"] = (-78.5).ToString(CultureInfo.InvariantCulture);
                break;
            case MessageKind.Forwarded:
                form["Forwarded"] = "true";
                break;
        }
    }

    private void AddMedia(Dictionary<string, string> form, PhoneMessage message, string type, string mime)
    {
        form["MessageType"] = type;
        form["NumMedia"] = "1";
        form["MediaContentType0"] = mime;
        form["MediaUrl0"] = $"https://api.twilio.com/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Id}/Media/ME{message.Id[2..]}";
    }

    private static string Metadata(string number, string profileName) => new JsonObject
    {
        ["type"] = "whatsapp",
        ["data"] = new JsonObject { ["context"] = new JsonObject { ["ProfileName"] = profileName, ["WaId"] = number } },
    }.ToJsonString();
}
