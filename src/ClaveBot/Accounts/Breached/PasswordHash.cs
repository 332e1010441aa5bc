using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaveBot.Accounts.Breached;

/// <summary>
/// The first 64 bits of a clave's SHA-1: the hash that published lists of breached claves come in, and enough of it. Among 2^30
/// hashes a clave that is in no list passes for one that is with a probability of 2^-34. It protects nothing here; it only looks up.
/// </summary>
internal static class PasswordHash
{
    private const int HexLength = 40;

    public static ulong Of(string clave)
    {
        Span<byte> utf8 = stackalloc byte[512];
        if (!Encoding.UTF8.TryGetBytes(clave, utf8, out var length))
            return Of(Encoding.UTF8.GetBytes(clave));
        var hash = Of(utf8[..length]);
        CryptographicOperations.ZeroMemory(utf8[..length]);
        return hash;
    }

    /// <summary>
    /// Reads a line of a list: a SHA-1 in hexadecimal digits, or anything else, which is then a clave itself. A number after a colon
    /// says how often a hash was seen in breaches, as in the downloads of Have I Been Pwned.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> line, long leastSeen, out ulong hash)
    {
        hash = 0;
        if (line.IsEmpty)
            return false;
        if (TryReadHex(line, out hash))
            return line.Length == HexLength || !long.TryParse(line[(HexLength + 1)..], CultureInfo.InvariantCulture, out var seen) || seen >= leastSeen;
        hash = Of(line.ToString());
        return true;
    }

    private static bool TryReadHex(ReadOnlySpan<char> line, out ulong hash)
    {
        hash = 0;
        Span<byte> bytes = stackalloc byte[HexLength / 2];
        if (line.Length < HexLength || (line.Length > HexLength && line[HexLength] != ':'))
            return false;
        if (Convert.FromHexString(line[..HexLength], bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        hash = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        return true;
    }

    private static ulong Of(ReadOnlySpan<byte> utf8)
    {
        Span<byte> hash = stackalloc byte[20];
        CryptographicOperations.HashData(HashAlgorithmName.SHA1, utf8, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
