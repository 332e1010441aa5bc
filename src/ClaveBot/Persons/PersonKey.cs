using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Accounts;
using ClaveBot.Keys;

namespace ClaveBot.Persons;

/// <summary>
/// Where a person's entry is stored: a keyed hash of the cédula, whose first byte is the shard. Without <c>Keys:Index</c> nobody can
/// try all cédulas against it.
/// </summary>
public readonly record struct PersonKey(byte Shard, string Hash)
{
    private const int Length = 16;

    internal string RedisKey => $"{{{Shard}}}:p:{Hash}";

    /// <summary>The entry of a cédula, whether or not anybody has it.</summary>
    public static PersonKey Of(Cedula cedula, KeyRing keys) =>
        FromBytes(HMACSHA256.HashData(keys.Index, Encoding.ASCII.GetBytes("person|" + cedula.Digits)).AsSpan(0, Length));

    /// <summary>Reads <see cref="Hash"/> back.</summary>
    /// <exception cref="FormatException">It is not the text of a key.</exception>
    public static PersonKey Parse(string hash) => FromBytes(Base64Url.DecodeFromChars(hash));

    public override string ToString() => Hash;

    private static PersonKey FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new(bytes[0], Base64Url.EncodeToString(bytes))
        : throw new FormatException("Not the key of a person.");
}
