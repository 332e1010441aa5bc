using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Telegram.Bot.Requests;

namespace ClaveBot.Channels.Telegram;

/// <summary>
/// sendMessage: options as inline buttons below the text, the link first, on a row of its own; nothing previewed. Written by hand, as it
/// is most of what the bot says and reflection over the SDK's types took several times as long (docs/performance.md). Of the answer
/// only "ok" is read, for the reason that <see cref="TelegramCall{TResponse}"/> gives.
/// </summary>
internal sealed class TelegramSendMessage(long chat, OutgoingMessage message) : RequestBase<JsonElement>("sendMessage")
{
    /// <summary>Two labels up to this length share a row and are still read in full on a 320 px phone.</summary>
    private const int ShortLabel = 12;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // Letters with accents as they are: this goes into no HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public override HttpContent ToHttpContent()
    {
        var body = new MemoryStream(1024);
        using (var json = new Utf8JsonWriter(body, Options))
            Write(json);
        return new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length) { Headers = { ContentType = Json } };
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("chat_id"u8, chat);
        json.WriteString("text"u8, message.Text);
        json.WriteStartObject("link_preview_options"u8);
        json.WriteBoolean("is_disabled"u8, true);
        json.WriteEndObject();
        // A one-time link is for the person in this chat: the app then offers no forwarding.
        if (message.Link is not null)
            json.WriteBoolean("protect_content"u8, true);
        if (message.Link is not null || message.Buttons.Count > 0)
            WriteKeyboard(json);
        json.WriteEndObject();
    }

    private void WriteKeyboard(Utf8JsonWriter json)
    {
        json.WriteStartObject("reply_markup"u8);
        json.WriteStartArray("inline_keyboard"u8);
        if (message.Link is { } link)
        {
            json.WriteStartArray();
            WriteButton(json, link.Label, "url"u8, link.Url.AbsoluteUri);
            json.WriteEndArray();
        }

        for (var i = 0; i < message.Buttons.Count; i++)
        {
            json.WriteStartArray();
            WriteChoice(json, message.Buttons[i]);
            if (IsShort(i) && IsShort(i + 1))
                WriteChoice(json, message.Buttons[++i]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private bool IsShort(int index) => index < message.Buttons.Count && message.Buttons[index].Label.Length <= ShortLabel;

    private static void WriteChoice(Utf8JsonWriter json, Button button) => WriteButton(json, button.Label, "callback_data"u8, button.Payload);

    private static void WriteButton(Utf8JsonWriter json, string label, ReadOnlySpan<byte> does, string what)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, label);
        json.WriteString(does, what);
        json.WriteEndObject();
    }
}
