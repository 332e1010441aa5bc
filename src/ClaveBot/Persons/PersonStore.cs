using System.Security.Cryptography;
using ClaveBot.Conversation;
using ClaveBot.Redis;
using ClaveBot.Settings;
using StackExchange.Redis;

namespace ClaveBot.Persons;

/// <summary>The persons' entries in Redis, <c>{n}:p:&lt;keyed hash of the cédula&gt;</c>; the chats in them are keyed hashes too.</summary>
public sealed class PersonStore(RedisConnection redis, ClaveBotSettings settings, TimeProvider time)
{
    private const int SaltLength = 16;
    private const string Salt = "salt";
    private const string ChatPrefix = "c:";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>One read; an empty entry when there is none.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<PersonEntry> ReadAsync(PersonKey person)
    {
        var fields = await redis.RunAsync(db => db.HashGetAllAsync(person.RedisKey, CommandFlags.DemandMaster));
        byte[] salt = [];
        var chats = new List<KnownChat>();
        foreach (var field in fields)
        {
            var name = field.Name.ToString();
            if (name == Salt)
                salt = (byte[])field.Value!;
            else if (name.StartsWith(ChatPrefix, StringComparison.Ordinal))
                chats.Add(new(ConversationId.Parse(name[ChatPrefix.Length..]), DateTimeOffset.FromUnixTimeMilliseconds((long)field.Value)));
        }

        return new(salt, chats);
    }

    /// <summary>The clave was proven in a chat; of several times the first one counts.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task BindAsync(PersonKey person, ConversationId chat, DateTimeOffset since) => redis.RunAsync(
        Script.Bind, [person.RedisKey], [NewSalt(), ChatPrefix + chat.Text, since.ToUnixTimeMilliseconds()]);

    /// <summary>
    /// A chat was erased or forgotten. With the last one the entry goes, at once when that chat was trusted; else after the retention, so
    /// that a thief's erasure does not take the names off the lines that tell of the theft.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task UnbindAsync(PersonKey person, ConversationId chat) => redis.RunAsync(
        Script.Unbind, [person.RedisKey],
        [ChatPrefix + chat.Text, Now - (long)PersonEntry.Trusted.TotalMilliseconds, (long)settings.Retention.Conversation.TotalMilliseconds]);

    /// <summary>No chat is this person's any more; the salt stays for as long as a conversation would.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task ForgetChatsAsync(PersonKey person)
    {
        RedisValue[] chats = [.. (await ReadAsync(person)).Chats.Select(chat => (RedisValue)(ChatPrefix + chat.Id.Text))];
        await redis.RunAsync(db => db.HashDeleteAsync(person.RedisKey, chats));
        await redis.RunAsync(db => db.KeyExpireAsync(person.RedisKey, settings.Retention.Conversation));
    }

    /// <summary>The salt, made when there is none; that of somebody without a chat is kept for as long as a conversation would be.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<byte[]> SaltAsync(PersonKey person) => (byte[])(await redis.RunAsync(
        Script.Salt, [person.RedisKey], [NewSalt(), (long)settings.Retention.Conversation.TotalMilliseconds]))!;

    private static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);
}
