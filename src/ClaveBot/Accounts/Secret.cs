using System.Diagnostics;
using System.Text.Json.Serialization;

namespace ClaveBot.Accounts;

/// <summary>A clave on its way from a form to the directory. It cannot be formatted, logged or serialised by accident.</summary>
[DebuggerDisplay("secret")]
[JsonConverter(typeof(RefusesJson))]
public sealed class Secret(string value)
{
    /// <summary>The clave exactly as typed; nothing is trimmed or rewritten.</summary>
    public string Reveal() => value;

    /// <summary>Says that there is a secret, never which.</summary>
    public override string ToString() => "(secret)";

    private sealed class RefusesJson : JsonConverter<Secret>
    {
        public override Secret Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
            throw new NotSupportedException("A secret is never read from JSON.");

        public override void Write(System.Text.Json.Utf8JsonWriter writer, Secret value, System.Text.Json.JsonSerializerOptions options) =>
            throw new NotSupportedException("A secret is never written to JSON.");
    }
}
