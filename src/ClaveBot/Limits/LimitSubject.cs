using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Accounts;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Redis;
using StackExchange.Redis;

namespace ClaveBot.Limits;

/// <summary>Whom or what a counter counts, as a keyed hash: Redis holds neither cédula nor address. Its first byte is its shard.</summary>
/// <param name="Shard">Tag of its keys.</param>
/// <param name="Hash">128 bits under Keys:Index, base64url.</param>
/// <param name="Holder">For a budget of an owner: which of their chats or browsers; else empty.</param>
public readonly record struct LimitSubject(byte Shard, string Hash, string Holder = "")
{
    private const int Length = 16;
    private const int NetworkBytes = 8;

    /// <summary>A cédula, whether or not it is anybody's.</summary>
    public static LimitSubject Of(Cedula cedula, KeyRing keys) => Of("person|" + cedula.Digits, keys);

    /// <summary>The chat that asked for the link. The hash is not that of its record, which an erasure removes and which would lead here.</summary>
    public static LimitSubject Of(ConversationId chat, KeyRing keys) => Of("chat|" + chat.Text, keys);

    /// <summary>An address; all of an IPv6 /64 is one, since that is what one customer gets (RFC 6177).</summary>
    public static LimitSubject Of(IPAddress address, KeyRing keys)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Of("address|" + Convert.ToHexString(address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, NetworkBytes) : bytes), keys);
    }

    internal RedisKey KeyOf(Limit limit) => RedisKeys.Limit(Shard, limit.Name, Hash);

    internal static string HashOf(string name, KeyRing keys) => Base64Url.EncodeToString(BytesOf(name, keys));

    private static LimitSubject Of(string name, KeyRing keys)
    {
        var hash = BytesOf(name, keys);
        return new(hash[0], Base64Url.EncodeToString(hash));
    }

    private static byte[] BytesOf(string name, KeyRing keys) => HMACSHA256.HashData(keys.Index, Encoding.UTF8.GetBytes("limit|" + name))[..Length];
}
