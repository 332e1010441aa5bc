using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaveBot.Conversation;

/// <summary>Topics by their commands, separated by spaces. One that this release does not know is left out: nothing but an offer is lost.</summary>
internal sealed class TopicNames : JsonConverter<IReadOnlyList<Trigger>>
{
    public override IReadOnlyList<Trigger> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. (reader.GetString() ?? "").Split(' ').Select(static name => Topics.OfCommand("/" + name)).OfType<Trigger>()];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Trigger> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Join(' ', value.Select(static trigger => Topics.Of(trigger).Command)));
}
