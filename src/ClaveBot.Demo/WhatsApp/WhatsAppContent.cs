using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>A content resource of the account.</summary>
/// <param name="Resource">As the Content API shows it.</param>
/// <param name="Approval">WhatsApp's word: approved, pending, rejected or unsubmitted.</param>
internal sealed partial record WhatsAppContent(JsonObject Resource, string Approval)
{
    public string Sid => (string)Resource["sid"]!;

    public bool IsApproved => Approval is "approved";

    /// <summary>Filled with the ContentVariables of a message; null when they are not what Twilio takes (error 21656).</summary>
    public WhatsAppRendering? Render(string variables)
    {
        if (Values(variables) is not { } values)
            return null;
        var types = (JsonObject)Resource["types"]!;
        if (types["twilio/quick-reply"] is JsonObject quick)
            return new(Fill(quick["body"], values), [.. ((JsonArray)quick["actions"]!).Select(action => Button(action!["title"], action["id"] ?? action["title"], values))], null);
        if (types["twilio/list-picker"] is JsonObject list)
            return new(Fill(list["body"], values), [.. ((JsonArray)list["items"]!).Select(item => Button(item!["item"], item["id"], values))], Fill(list["button"], values));
        return new(Fill(types["twilio/text"]?["body"], values), [], null);
    }

    private Dictionary<string, string>? Values(string json)
    {
        var values = Resource["variables"] is JsonObject samples
            ? samples.ToDictionary(sample => sample.Key, sample => (string)sample.Value!, StringComparer.Ordinal)
            : new(StringComparer.Ordinal);
        // A straight apostrophe is refused although JSON allows it (github.com/twilio/twilio-node/issues/1082).
        if (json.Contains('\'', StringComparison.Ordinal))
            return null;
        if (json.Length == 0)
            return values;
        try
        {
            foreach (var (name, value) in JsonNode.Parse(json) as JsonObject ?? throw new JsonException())
            {
                if (value is not JsonValue word || !word.TryGetValue<string>(out var text) || text.Length == 0)
                    return null;
                values[name] = text;
            }

            return values;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PhoneButton Button(JsonNode? label, JsonNode? id, Dictionary<string, string> values) => new(Fill(label, values), Fill(id, values), Url: null);

    private static string Fill(JsonNode? template, Dictionary<string, string> values) =>
        Variable().Replace((string?)template ?? "", variable => values.GetValueOrDefault(variable.Groups["name"].Value, variable.Value));

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z0-9_]{1,16})\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();
}
