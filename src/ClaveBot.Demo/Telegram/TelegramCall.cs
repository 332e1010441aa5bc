using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaveBot.Demo.Telegram;

/// <summary>One call of a method with its parameters, wherever they came in: query, form or JSON.</summary>
internal sealed class TelegramCall(string method, JsonObject parameters)
{
    public string Method { get; } = method;

    public string Text(string name) => parameters[name] switch
    {
        null => "",
        JsonValue value => value.ToString(),
        { } other => other.ToJsonString(),
    };

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>An object or array; a form carries it as JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public JsonNode? Node(string name) => parameters[name] switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonNode.Parse(value.ToString()),
        var node => node,
    };

    /// <summary>Reads query, then body.</summary>
    /// <exception cref="JsonException">The body says that it is JSON and is not.</exception>
    public static async Task<TelegramCall> ReadAsync(string method, HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject();
        foreach (var (name, value) in request.Query)
            parameters[name] = value.ToString();
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancellationToken))
                parameters[name] = value.ToString();
        }
        else if (request.HasJsonContentType() && await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) is JsonObject body)
        {
            foreach (var (name, value) in body)
                parameters[name] = value?.DeepClone();
        }

        return new TelegramCall(method, parameters);
    }
}
