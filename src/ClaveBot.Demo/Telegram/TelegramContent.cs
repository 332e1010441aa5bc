using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.Telegram;

/// <summary>What each kind of message adds to a Message object (Bot API, Message).</summary>
internal static class TelegramContent
{
    public static void AddTo(JsonObject message, MessageKind kind, string text)
    {
        if (text.Length > 0 && kind is not (MessageKind.Text or MessageKind.Forwarded))
            message["caption"] = text;
        switch (kind)
        {
            case MessageKind.Voice:
                message["voice"] = File("audio/ogg", ("duration", 4));
                break;
            case MessageKind.Photo:
                message["photo"] = new JsonArray(File(null, ("width", 320), ("height", 240)));
                break;
            case MessageKind.Video:
                message["video"] = File("video/mp4", ("width", 320), ("height", 240), ("duration", 4));
                break;
            case MessageKind.Document:
                message["document"] = File("application/pdf");
                break;
            case MessageKind.Sticker:
                message["sticker"] = File(null, ("width", 512), ("height", 512));
                message["sticker"]!["type"] = "regular";
                message["sticker"]!["is_animated"] = false;
                message["sticker"]!["is_video"] = false;
                break;
            case MessageKind.Location:
                message["location"] = new JsonObject { ["latitude"] = -0.2, ["longitude"] = -78.5 };
                break;
            case MessageKind.Contact:
                message["contact"] = new JsonObject { ["phone_number"] = "+593990000009", ["first_name"] = "Persona inventada" };
                break;
            case MessageKind.Poll:
                message["poll"] = Poll();
                break;
            case MessageKind.Forwarded:
                message["text"] = text;
                message["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = "Alguien", ["date"] = message["date"]!.DeepClone() };
                break;
            default:
                message["text"] = text;
                if (text.StartsWith('/'))
                    message["entities"] = new JsonArray(Command(text));
                break;
        }
    }

    private static JsonObject Command(string text) =>
        new() { ["type"] = "bot_command", ["offset"] = 0, ["length"] = text.Split(' ', '\n')[0].Length };

    private static JsonObject File(string? mime, params (string Name, int Value)[] numbers)
    {
        var file = new JsonObject { ["file_id"] = "archivo-de-prueba", ["file_unique_id"] = "prueba", ["file_size"] = 1024 };
        if (mime is not null)
            file["mime_type"] = mime;
        foreach (var (name, value) in numbers)
            file[name] = value;
        return file;
    }

    private static JsonObject Poll() => new()
    {
        ["id"] = "1",
        ["question"] = "¿Encuesta de prueba?",
        ["options"] = new JsonArray(Option("Sí"), Option("No")),
        ["total_voter_count"] = 0,
        ["is_closed"] = false,
        ["is_anonymous"] = true,
        ["type"] = "regular",
        ["allows_multiple_answers"] = false,
    };

    private static JsonObject Option(string text) => new() { ["persistent_id"] = text, ["text"] = text, ["voter_count"] = 0 };
}
