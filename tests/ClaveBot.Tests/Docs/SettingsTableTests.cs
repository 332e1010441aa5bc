using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClaveBot.Settings;
using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests.Docs;

/// <summary>A setting is written three times: in its class, in appsettings.json, in the README. They agree, defaults too.</summary>
public sealed partial class SettingsTableTests
{
    private static readonly Dictionary<string, string> Settings = Of(new ClaveBotSettings(), "").ToDictionary(StringComparer.Ordinal);

    [Fact]
    public void The_README_has_every_setting_with_its_default() =>
        Row().Matches(Repository.Read("README.md"))
            .ToDictionary(row => row.Groups["key"].Value, row => row.Groups["default"].Value, StringComparer.Ordinal)
            .ShouldBe(Settings, ignoreOrder: true);

    [Fact]
    public void The_settings_file_has_every_setting_with_its_default()
    {
        using var file = JsonDocument.Parse(Repository.Read("appsettings.json"), new() { CommentHandling = JsonCommentHandling.Skip });

        Of(file.RootElement, "").Where(setting => !setting.Key.StartsWith("Logging:", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal)
            .ShouldBe(Settings, ignoreOrder: true);
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(object settings, string path) =>
        settings.GetType().GetProperties().Where(property => property.CanWrite).SelectMany(property => property.GetValue(settings) switch
        {
            null => [new(path + property.Name, "")],
            string[] => [new(path + property.Name, "")],
            bool yes => [new(path + property.Name, yes ? "true" : "false")],
            { } value when property.PropertyType.IsClass && value is not string => Of(value, path + property.Name + ":"),
            var value => (IEnumerable<KeyValuePair<string, string>>)[new(path + property.Name, Convert.ToString(value, CultureInfo.InvariantCulture)!)],
        });

    private static IEnumerable<KeyValuePair<string, string>> Of(JsonElement json, string path) => json.EnumerateObject().SelectMany(property => property.Value.ValueKind switch
    {
        JsonValueKind.Object => Of(property.Value, path + property.Name + ":"),
        JsonValueKind.Array => [new(path + property.Name, "")],
        JsonValueKind.True or JsonValueKind.False => [new(path + property.Name, property.Value.GetRawText())],
        _ => (IEnumerable<KeyValuePair<string, string>>)[new(path + property.Name, property.Value.ToString())],
    });

    /// <summary>A row of the settings table: <c>| `Key` | `default` | what |</c>, with – where there is no default.</summary>
    [GeneratedRegex(@"^\| `(?<key>[A-Z][A-Za-z:]+)` \| (`(?<default>[^`]+)`|–) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
