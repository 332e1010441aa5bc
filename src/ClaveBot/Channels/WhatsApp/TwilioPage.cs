using System.Globalization;
using System.Text.Json;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>A page of Twilio's list of messages, newest first.</summary>
/// <param name="Messages">Those that could be read.</param>
/// <param name="Next">The path of the next page; null at the end.</param>
public sealed record TwilioPage(IReadOnlyList<TwilioMessage> Messages, string? Next)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(messages)";

    /// <summary>Null when it is no page.</summary>
    internal static TwilioPage? Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
                return null;
            return new([.. messages.EnumerateArray().Select(Message).OfType<TwilioMessage>()], Word(root, "next_page_uri"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TwilioMessage? Message(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Word(item, "sid") is not { Length: > 0 } sid)
            return null;
        var created = DateTimeOffset.TryParse(Word(item, "date_created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default;
        return new(sid, Word(item, "from") ?? "", Word(item, "body") ?? "", created, Word(item, "direction") is "inbound", Word(item, "num_media") is not (null or "0"));
    }

    private static string? Word(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A message as Twilio lists it.</summary>
/// <param name="Sid">Its name.</param>
/// <param name="From">Who wrote it, <c>whatsapp:+…</c>.</param>
/// <param name="Body">Its text; empty when it has none or was redacted.</param>
/// <param name="CreatedAt">When Twilio got it, to the second; the least date when Twilio's words were not understood.</param>
/// <param name="IsInbound">A person wrote it.</param>
/// <param name="HasMedia">It carries a file.</param>
public sealed record TwilioMessage(string Sid, string From, string Body, DateTimeOffset CreatedAt, bool IsInbound, bool HasMedia)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(message)";
}
