using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.Telegram;

/// <summary>Reads and checks a reply_markup: inline keyboards only (Bot API, InlineKeyboardButton).</summary>
internal static class TelegramKeyboard
{
    private const int MaxCallbackBytes = 64;

    /// <summary>The buttons in reading order, or why Telegram would refuse them.</summary>
    public static (IReadOnlyList<PhoneButton> Buttons, TelegramAnswer? Refusal) Read(TelegramCall call)
    {
        try
        {
            return Read(call.Node("reply_markup"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Refused("can't parse reply keyboard markup JSON object");
        }
    }

    private static (IReadOnlyList<PhoneButton>, TelegramAnswer?) Read(JsonNode? markup)
    {
        if (markup?["inline_keyboard"] is not JsonArray rows)
            return ([], null);
        var buttons = new List<PhoneButton>();
        foreach (var button in rows.SelectMany(row => row!.AsArray()).OfType<JsonNode>())
        {
            var (label, payload, url) = (Word(button, "text"), Word(button, "callback_data"), Word(button, "url"));
            if (string.IsNullOrEmpty(label))
                return Refused("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
            if (payload is null == url is null)
                return Refused("can't parse inline keyboard button: exactly one action is expected");
            if (payload is not null && Encoding.UTF8.GetByteCount(payload) is 0 or > MaxCallbackBytes)
                return Refused("BUTTON_DATA_INVALID");
            if (url is not null && !IsWebAddress(url))
                return Refused($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
            buttons.Add(new PhoneButton(label, payload, url is null ? null : new Uri(url)));
        }

        return (buttons, null);
    }

    /// <summary>
    /// The real server refuses hosts without a dot; loopback is let through here, because the demo has no public address.
    /// </summary>
    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" or "tg"
        && (uri.IsLoopback || uri.Host.Contains('.', StringComparison.Ordinal) || uri.Scheme is "tg");

    private static string? Word(JsonNode button, string name) => button[name]?.GetValue<string>();

    private static (IReadOnlyList<PhoneButton>, TelegramAnswer?) Refused(string description) => ([], TelegramAnswer.BadRequest(description));
}
