using ClaveBot.Conversation;
using ClaveBot.Redis;

namespace ClaveBot.Comments;

/// <summary>All comments that are kept, for the operators; whose they are is not told.</summary>
public sealed class CommentList(RedisConnection redis, SealedComments comments)
{
    /// <summary>The oldest first. Looks through every shard of every primary: nothing for a turn to do.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<IReadOnlyList<Comment>> ReadAsync()
    {
        var found = new List<Comment>();
        foreach (var key in await redis.KeysAsync(RedisKeys.AnyComments))
        {
            var id = ConversationId.Parse(key.ToString().Split(':')[^1]);
            foreach (var entry in await redis.RunAsync(db => db.HashGetAllAsync(key)))
            {
                if (comments.Open(id, (long)entry.Name, (byte[])entry.Value!) is { } comment)
                    found.Add(comment);
            }
        }

        return [.. found.OrderBy(static comment => comment.At)];
    }
}
