using System.Text.Json.Nodes;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>What Twilio asks of a content resource when it is made; what variables bring is looked at when it is sent.</summary>
internal static class WhatsAppContentLimits
{
    private const int MostOptions = 10;
    private const int LongestBody = 1024;
    private const int LongestText = 1600;
    private const int MostVariables = 100;
    private const int LongestKey = 16;

    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Fault(JsonObject request)
    {
        if (Word(request, "language").Length == 0)
            return "language is required";
        if (request["types"] is not JsonObject { Count: > 0 } types)
            return "types is required";
        if (request["variables"] is JsonObject variables && (variables.Count > MostVariables || variables.Any(variable => variable.Key.Length > LongestKey)))
            return "too many variables, or one with too long a name";
        return types.Select(type => (type.Key, type.Value as JsonObject) switch
        {
            (_, null) => "a type must be an object",
            ("twilio/text", var text) => Body(text, LongestText),
            ("twilio/quick-reply", var quick) => Body(quick, LongestBody) ?? Options(quick["actions"] as JsonArray, "actions", "title", 20),
            ("twilio/list-picker", var list) => Body(list, LongestBody)
                ?? (Word(list, "button").Length is > 0 and <= 20 ? null : "button is required, of at most 20 characters")
                ?? Options(list["items"] as JsonArray, "items", "item", 24)
                ?? (((JsonArray)list["items"]!).All(item => Word(item as JsonObject, "id").Length > 0 && Word(item as JsonObject, "description").Length <= 72)
                    ? null : "an item needs an id, and at most 72 characters of description"),
            var (name, _) => $"{name} is not emulated",
        }).FirstOrDefault(fault => fault is not null);
    }

    private static string? Body(JsonObject type, int longest) => Word(type, "body").Length > 0 && Word(type, "body").Length <= longest ? null : $"body is required, of at most {longest} characters";

    private static string? Options(JsonArray? options, string name, string label, int longest) =>
        options is not { Count: > 0 and <= MostOptions } ? $"{name} must hold 1 to {MostOptions}"
        : options.All(option => Word(option as JsonObject, label).Length > 0 && Word(option as JsonObject, label).Length <= longest && Word(option as JsonObject, "id").Length <= 200)
            ? null : $"each of {name} needs a {label} of at most {longest} characters";

    private static string Word(JsonObject? item, string name) => item?[name] is JsonValue value && value.TryGetValue<string>(out var word) ? word : "";
}
