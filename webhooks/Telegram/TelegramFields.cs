using System.Text.Json;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Fields of a JSON object, absent when they are of another type than asked for: a sender's mistake is never an exception.</summary>
internal static class TelegramFields
{
    public static bool Has(this JsonElement parent, string name) => Get(parent, name) is { ValueKind: not JsonValueKind.Null };

    public static JsonElement? Child(this JsonElement parent, string name) =>
        Get(parent, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) =>
        Get(parent, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static bool IsTrue(this JsonElement parent, string name) => Get(parent, name) is { ValueKind: JsonValueKind.True };

    public static long? Number(this JsonElement parent, string name) =>
        Get(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static string? Text(this JsonElement parent, string name)
    {
        if (Get(parent, name) is not { ValueKind: JsonValueKind.String } value)
            return null;
        try
        {
            return value.GetString();
        }
        // Half a surrogate pair, or bytes that are no UTF-8.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? Get(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;
}
