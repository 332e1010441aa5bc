using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClaveBot.Demo.Telegram;

/// <summary>answerCallbackQuery, sendChatAction, getChat, setMyCommands, setMyDescription.</summary>
internal sealed partial class TelegramOtherMethods(TelegramChats chats, TelegramMessageMethods messages)
{
    private const int MaxNotice = 200;
    private const int MaxCommands = 100;
    private const int MaxDescription = 512;

    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    };

    public TelegramAnswer AnswerPress(TelegramCall call)
    {
        if (call.Text("text").Length > MaxNotice)
            return TelegramAnswer.BadRequest("MESSAGE_TOO_LONG");
        return chats.AnswerPress(call.Text("callback_query_id"))
            ? True()
            : TelegramAnswer.BadRequest("query is too old and response timeout expired or query ID is invalid");
    }

    public TelegramAnswer ChatAction(TelegramCall call)
    {
        if (messages.Unreachable(call.Text("chat_id")) is { } refusal)
            return refusal;
        return Actions.Contains(call.Text("action")) ? True() : TelegramAnswer.BadRequest("wrong parameter action in request");
    }

    public TelegramAnswer Chat(TelegramCall call)
    {
        if (!long.TryParse(call.Text("chat_id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) || !chats.Has(call.Text("chat_id")))
            return TelegramAnswer.BadRequest("chat not found");
        var chat = new JsonObject { ["id"] = id, ["type"] = id < 0 ? "supergroup" : "private", ["accent_color_id"] = 0, ["max_reaction_count"] = 11 };
        if (chats.PublicNameOf(call.Text("chat_id")) is { } name)
            chat["username"] = name;
        return TelegramAnswer.Ok(chat);
    }

    public static TelegramAnswer SetCommands(TelegramCall call)
    {
        if (call.Node("commands") is not JsonArray { Count: <= MaxCommands } commands)
            return TelegramAnswer.BadRequest("can't parse commands: an Array of at most 100 BotCommand is expected");
        foreach (var command in commands.OfType<JsonObject>())
        {
            if (!Command().IsMatch(command["command"]?.ToString() ?? ""))
                return TelegramAnswer.BadRequest("BOT_COMMAND_INVALID");
            if ((command["description"]?.ToString() ?? "").Length is 0 or > 256)
                return TelegramAnswer.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        return True();
    }

    public static TelegramAnswer SetDescription(TelegramCall call) =>
        call.Text("description").Length > MaxDescription ? TelegramAnswer.BadRequest("BOT_DESCRIPTION_TOO_LONG") : True();

    private static TelegramAnswer True() => TelegramAnswer.Ok(JsonValue.Create(true));

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
