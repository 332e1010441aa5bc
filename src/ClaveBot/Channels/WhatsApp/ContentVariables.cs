using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>Twilio's ContentVariables: a JSON object of the values by number.</summary>
internal static partial class ContentVariables
{
    /// <summary>A template with its values must stay within 1024; the operator's words around them are short.</summary>
    private const int LongestValue = 600;

    public static string Of(IReadOnlyDictionary<int, string> values) => JsonSerializer.Serialize(
        values.ToDictionary(value => value.Key.ToString(CultureInfo.InvariantCulture), value => Curly(value.Value), StringComparer.Ordinal));

    /// <summary>For an approved template: WhatsApp takes neither line breaks nor long runs of spaces in its values.</summary>
    public static string OfTemplate(IReadOnlyList<string> values) =>
        Of(values.Index().ToDictionary(value => value.Index + 1, value => OneLine(value.Item)));

    private static string OneLine(string value)
    {
        var line = Spaces.Replace(value, " ").Trim();
        if (line.Length == 0)
            return "–";
        return line.Length <= LongestValue ? line : line[..(LongestValue - 1)].TrimEnd() + "…";
    }

    // Twilio refuses a straight one as error 21656 (github.com/twilio/twilio-node/issues/1082).
    private static string Curly(string value) => value.Replace('\'', '’');

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces { get; }
}
