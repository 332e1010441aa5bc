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

    /// <summary>The audit's lines; where they end, and which events are among them.</summary>
    /// <param name="chain">Whose: each Keys:Index has its own.</param>
    public static RedisKey AuditLines(string chain) => $"{{0}}:audit:{chain}";

    public static RedisKey AuditHead(string chain) => $"{{0}}:audit:{chain}:head";

    public static RedisKey AuditMarks(string chain) => $"{{0}}:audit:{chain}:marks";

    public static RedisKey Record(ConversationId id) => $"{{{id.Shard}}}:c:{id.Text}";

    public static RedisKey LaneOf(ConversationId id, Lane lane) => lane switch
    {
        Lane.Chat => $"{{{id.Shard}}}:o:{id.Text}",
        Lane.Mail => $"{{{id.Shard}}}:m:{id.Text}",
        _ => $"{{{id.Shard}}}:e:{id.Text}",
    };

    /// <summary>What people left as comments, by their numbers; gone with the record.</summary>
    public static RedisKey Comments(ConversationId id) => $"{{{id.Shard}}}:r:{id.Text}";

    /// <summary>Finds the keys of all comments.</summary>
    public const string AnyComments = "{*}:r:*";

    /// <summary>How often the bot broke on one message.</summary>
    public static RedisKey Failures(ConversationId id, string message) => $"{{{id.Shard}}}:x:{id.Text}:{message}";

    public static RedisKey Due(byte shard) => $"{{{shard}}}:due";

    /// <summary>What was sent on WhatsApp on one day by the conversations of one shard.</summary>
    public static RedisKey SentOn(byte shard, DateOnly day) => $"{{{shard}}}:l:wa:{day:yyyyMMdd}";

    /// <summary>The budget that bulk sends of a route share.</summary>
    public static RedisKey Budget(Route route) => $"{{0}}:l:bulk:{route}";

    /// <summary>How much of a limit somebody has used.</summary>
    public static RedisKey Limit(byte shard, string limit, string subject) => $"{{{shard}}}:l:{limit}:{subject}";

    /// <summary>Until when every inbound WhatsApp message is known to have been taken.</summary>
    public static RedisKey InboxTaken => "{0}:l:inbox";

    /// <summary>Held by the instance that fetches missed messages.</summary>
    public static RedisKey InboxLease => "{0}:l:inbox:lease";
}
