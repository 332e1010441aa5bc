using System.Globalization;
using System.Text;
using System.Text.Json;
using ClaveBot.Comments;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>Comments as Redis holds them: sealed, each under its number.</summary>
public sealed class SealedComments(Sealer sealer)
{
    /// <summary>As commit.lua takes them.</summary>
    internal IEnumerable<RedisValue> Seal(ConversationId id, NumberedComment? comment, bool has) =>
    [
        has ? 1 : 0,
        CommentNote.Kept,
        comment?.Number ?? RedisValue.EmptyString,
        comment is null ? RedisValue.EmptyString : sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(comment.Value, RecordFormat.Default.Comment), Purpose(id, comment.Number)),
    ];

    /// <summary>Null: the key that sealed it is gone.</summary>
    internal Comment? Open(ConversationId id, long number, byte[] stored) =>
        sealer.TryOpen(stored, Purpose(id, number), out var plain) ? JsonSerializer.Deserialize(plain, RecordFormat.Default.Comment) : null;

    private static byte[] Purpose(ConversationId id, long number) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"comment|{id.Text}|{number}"));
}
