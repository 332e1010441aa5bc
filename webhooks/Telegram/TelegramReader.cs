using System.Text.Json;
using ClaveBot.Channels;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>
/// Reads one update of the Bot API: the few fields that matter, by hand. Telegram.Bot's types would read the whole update, refuse all
/// of it for one field that is newer than they are, and hold ids in 32 bits (docs/decisions/0015).
/// </summary>
internal static class TelegramReader
{
    /// <summary>Null when this is no update.</summary>
    public static TelegramUpdate? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        // The second is for a string with half a surrogate pair, which is only noticed when it is read.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Null when this is no update.</summary>
    public static TelegramUpdate? Read(JsonElement update)
    {
        try
        {
            return update.Number("update_id") is { } id and not 0 ? Update(id, update) : null;
        }
        // A name of a field that is no Unicode text.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static TelegramUpdate Update(long id, JsonElement update) => new(id)
    {
        Message = update.Child("message") is { } message ? Message(message) : null,
        EditedMessage = update.Child("edited_message") is { } edited ? Message(edited) : null,
        Press = update.Child("callback_query") is { } press ? Press(press) : null,
    };

    private static TelegramPress? Press(JsonElement press) =>
        press.Text("id") is { } id && press.Text("data") is { } data && press.Child("message") is { } message && Chat(message) is { } chat
            ? new TelegramPress(id, data, chat)
            : null;

    private static TelegramMessage? Message(JsonElement message)
    {
        if (Chat(message) is not { } chat)
            return null;
        var text = message.Text("text");
        var answered = message.Child("reply_to_message");
        return new TelegramMessage(chat)
        {
            Id = message.Number("message_id"),
            Text = text,
            Caption = message.Text("caption"),
            Kind = message.Has("forward_origin") ? UnsupportedKind.Forwarded : text is null ? TelegramKinds.Of(message) : null,
            IsByTheApp = text is null && TelegramKinds.IsByTheApp(message),
            IsByABot = message.Child("from") is { } from && from.IsTrue("is_bot") || message.IsTrue("is_automatic_forward"),
            Answers = answered?.Child("from")?.Number("id"),
            Answered = answered?.Child("from")?.IsTrue("is_bot") == true ? answered.Value.Text("text") : null,
            Entities = chat.Kind == TelegramChatKind.Group ? Entities(message, text) : [],
        };
    }

    private static TelegramChat? Chat(JsonElement message) =>
        message.Child("chat") is { } chat && chat.Number("id") is { } id
            ? new TelegramChat(id, chat.Text("type") switch
            {
                "private" => TelegramChatKind.Private,
                "group" or "supergroup" => TelegramChatKind.Group,
                _ => TelegramChatKind.Other,
            })
            : null;

    private static TelegramEntity[] Entities(JsonElement message, string? text)
    {
        var all = text ?? message.Text("caption") ?? "";
        return [.. message.Items(text is null ? "caption_entities" : "entities").Select(entity =>
        {
            var (offset, length) = (entity.Number("offset") ?? 0, entity.Number("length") ?? 0);
            var isInside = offset >= 0 && length >= 0 && offset <= all.Length && length <= all.Length - offset;
            return new TelegramEntity(
                entity.Text("type") ?? "", isInside ? all.Substring((int)offset, (int)length) : "", offset == 0, entity.Child("user")?.Number("id"));
        })];
    }
}
