using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaveBot.Conversation;

/// <summary>
/// The version of the state graph, and how names of past ones are read. Expand, then contract: a state is entered only one release
/// after it can be read, so that old and new instances run side by side; a state that vanishes names its successor here.
/// </summary>
internal static class StateGraph
{
    /// <summary>Counts up with every change of states or transitions; 0, which takes no room in a record, is release 0.1.</summary>
    public const int Version = 0;

    /// <summary>Vanished states and where their conversations go on. Never remove one: a conversation may have slept for a year.</summary>
    private static readonly FrozenDictionary<string, State> Successors = new Dictionary<string, State>(StringComparer.Ordinal).ToFrozenDictionary();

    /// <summary>The state that a stored name means now; null when no release knew it.</summary>
    public static State? Read(string name) =>
        Enum.TryParse<State>(name, out var state) && state.ToString() == name ? state
        : Successors.TryGetValue(name, out var successor) ? successor
        : null;

    /// <summary>States by their names.</summary>
    internal sealed class StateNames : JsonConverter<State>
    {
        public override State Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } name && StateGraph.Read(name) is { } state ? state : throw new JsonException("A state that no release knew.");

        public override void Write(Utf8JsonWriter writer, State value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
