using System.Buffers.Text;
using System.Security.Cryptography;

namespace ClaveBot.PasswordLinks;

/// <summary>Where a link is stored: its shard and the hash of its token. Whoever reads it cannot make the link from it.</summary>
public readonly record struct LinkKey(byte Shard, string Hash)
{
    internal string RedisKey => $"{{{Shard}}}:k:{Hash}";

    internal static LinkKey Of(ReadOnlySpan<byte> token) =>
        new(token[0], Base64Url.EncodeToString(SHA256.HashData(token)));
}
