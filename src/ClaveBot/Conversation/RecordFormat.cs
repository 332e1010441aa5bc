using System.Text.Json;
using System.Text.Json.Serialization;
using ClaveBot.Comments;
using ClaveBot.Outbox;

namespace ClaveBot.Conversation;

/// <summary>How what is sealed is written: JSON with short names, so that a later release reads what an earlier one wrote.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationRecord))]
[JsonSerializable(typeof(OutboxItem))]
[JsonSerializable(typeof(Comment))]
internal sealed partial class RecordFormat : JsonSerializerContext
{
    public static byte[] Write(ConversationRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Default.ConversationRecord);

    public static ConversationRecord ReadRecord(byte[] json) => JsonSerializer.Deserialize(json, Default.ConversationRecord)
        ?? throw new JsonException("An empty record.");
}
