using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Reads one update of the Bot API.</summary>
internal static class TelegramReader
{
    /// <summary>
    /// Null when this is no update. An update that is newer than Telegram.Bot comes back with its id alone and, if a person wrote it in
    /// private, as a message of unknown kind: refusing it would make Telegram repeat it for a day and hold back the chat meanwhile.
    /// </summary>
    public static Update? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(json.Span, JsonBotAPI.Options) is { Id: not 0 } update ? update : null;
        }
        // Converters of the SDK throw whatever they like (a date out of range, a new kind of origin).
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return ReadOutline(json);
        }
    }

    private static Update? ReadOutline(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (!TryGet(document.RootElement, "update_id", JsonValueKind.Number, out var value) || !value.TryGetInt32(out var id) || id == 0)
                return null;
            return new Update { Id = id, Message = OutlineOfMessage(document.RootElement) };
        }
        // The second is for a string with half a surrogate pair, which is only noticed when it is read.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Message? OutlineOfMessage(JsonElement update) =>
        TryGet(update, "message", JsonValueKind.Object, out var message)
        && TryGet(message, "chat", JsonValueKind.Object, out var chat)
        && TryGet(chat, "type", JsonValueKind.String, out var type) && type.ValueEquals("private")
        && TryGet(chat, "id", JsonValueKind.Number, out var id) && id.TryGetInt64(out var chatId)
            ? new Message { Chat = new Chat { Id = chatId, Type = ChatType.Private } }
            : null;

    private static bool TryGet(JsonElement element, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value) && value.ValueKind == kind;
    }
}
