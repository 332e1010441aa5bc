using System.Globalization;
using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.Telegram;

/// <summary>Messages, people and chats in the Bot API's JSON.</summary>
internal sealed class TelegramJson(TelegramEmulatorOptions options)
{
    public JsonObject Bot() => new()
    {
        ["id"] = options.BotId,
        ["is_bot"] = true,
        ["first_name"] = "ClaveBot, de prueba",
        ["username"] = options.UserName,
    };

    public static JsonObject User(long id, string name) => new()
    {
        ["id"] = id,
        ["is_bot"] = false,
        ["first_name"] = name,
        ["language_code"] = "es",
    };

    /// <summary>Ids of groups are negative, of people positive.</summary>
    public static JsonObject Chat(long id, string name) => id < 0
        ? new() { ["id"] = id, ["type"] = "supergroup", ["title"] = "Grupo de prueba" }
        : new() { ["id"] = id, ["type"] = "private", ["first_name"] = name };

    public static long Date(DateTimeOffset at) => at.ToUnixTimeSeconds();

    /// <summary>A message of the bot.</summary>
    public JsonObject FromBot(PhoneMessage message)
    {
        var json = new JsonObject
        {
            ["message_id"] = long.Parse(message.Id, CultureInfo.InvariantCulture),
            ["from"] = Bot(),
            ["chat"] = Chat(long.Parse(message.Chat, CultureInfo.InvariantCulture), ""),
            ["date"] = Date(message.At),
            ["text"] = message.Text,
        };
        if (message.Buttons.Count > 0)
            json["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray([.. message.Buttons.Select(Row)]) };
        return json;
    }

    /// <summary>A message of a person, without its content.</summary>
    public static JsonObject FromPerson(PhoneMessage message, long userId, string name) => new()
    {
        ["message_id"] = long.Parse(message.Id, CultureInfo.InvariantCulture),
        ["from"] = User(userId, name),
        ["chat"] = Chat(long.Parse(message.Chat, CultureInfo.InvariantCulture), name),
        ["date"] = Date(message.At),
    };

    private static JsonArray Row(PhoneButton button)
    {
        var json = new JsonObject { ["text"] = button.Label };
        if (button.Url is not null)
            json["url"] = button.Url.OriginalString;
        else
            json["callback_data"] = button.Payload;
        return [json];
    }
}
