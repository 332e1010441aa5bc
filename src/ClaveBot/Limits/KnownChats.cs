using ClaveBot.Accounts;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Redis;

namespace ClaveBot.Limits;

/// <summary>In which chats the clave of a cédula was proven; as keyed hashes of both.</summary>
public sealed class KnownChats(RedisConnection redis, KeyRing keys)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task<bool> HoldsAsync(Cedula cedula, ConversationId chat) => redis.RunAsync(db => db.SetContainsAsync(KeyOf(cedula), NameOf(chat)));

    /// <summary>The clave was proven through a link of this chat.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task AddAsync(Cedula cedula, ConversationId chat) => redis.RunAsync(async db =>
    {
        await db.SetAddAsync(KeyOf(cedula), NameOf(chat));
        return await db.KeyExpireAsync(KeyOf(cedula), Kept);
    });

    private StackExchange.Redis.RedisKey KeyOf(Cedula cedula)
    {
        var person = LimitSubject.Of(cedula, keys);
        return RedisKeys.Limit(person.Shard, "known", person.Hash);
    }

    private string NameOf(ConversationId chat) => LimitSubject.Of(chat, keys).Hash;
}
