using System.Globalization;
using System.Text;
using System.Text.Json;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>Unsent items as the lanes hold them: sealed, under a field that sorts.</summary>
public sealed class SealedItems(Sealer sealer)
{
    /// <summary>As commit.lua takes them: their number, then field and sealed item of each.</summary>
    internal IEnumerable<RedisValue> Seal(ConversationId id, IReadOnlyList<UnsentItem> items)
    {
        yield return items.Count;
        foreach (var item in items)
        {
            yield return item.Order;
            yield return sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(item.Item, RecordFormat.Default.OutboxItem), Purpose(id, item.Order));
        }
    }

    /// <summary>From field, item, field, item … in any order.</summary>
    internal IReadOnlyList<UnsentItem> Open(ConversationId id, IEnumerable<RedisResult> pairs) =>
        [.. pairs.Chunk(2).Select(pair => Open(id, (long)pair[0], (byte[])pair[1]!)).OrderBy(item => item.Order)];

    private UnsentItem Open(ConversationId id, long order, byte[] stored)
    {
        if (!sealer.TryOpen(stored, Purpose(id, order), out var plain))
            throw new UnreadableRecordException();
        return new(order, JsonSerializer.Deserialize(plain, RecordFormat.Default.OutboxItem)!);
    }

    private static byte[] Purpose(ConversationId id, long order) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"unsent|{id.Text}|{order}"));
}
