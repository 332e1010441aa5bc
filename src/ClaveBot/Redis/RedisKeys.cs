using ClaveBot.Conversation;
using ClaveBot.Outbox;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>The names of keys: everything of one conversation starts with its shard's tag and so lives in one cluster slot.</summary>
internal static class RedisKeys
{
    public const int Shards = 256;

    /// <summary>The operators' switch.</summary>
    public static readonly RedisKey Pause = "{0}:pause";

    /// <summary>The messages on which the bot broke.</summary>
    public static readonly RedisKey Parked = "{0}:parked";

    public static RedisKey Record(ConversationId id) => $"{{{id.Shard}}}:c:{id.Text}";

    public static RedisKey LaneOf(ConversationId id, Lane lane) =>
        lane == Lane.Chat ? $"{{{id.Shard}}}:o:{id.Text}" : $"{{{id.Shard}}}:m:{id.Text}";

    /// <summary>How often the bot broke on one message.</summary>
    public static RedisKey Failures(ConversationId id, string message) => $"{{{id.Shard}}}:x:{id.Text}:{message}";

    public static RedisKey Due(byte shard) => $"{{{shard}}}:due";
}
