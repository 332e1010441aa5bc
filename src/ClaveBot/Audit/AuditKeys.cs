using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Keys;
using ClaveBot.Persons;

namespace ClaveBot.Audit;

/// <summary>What only the holder of <c>Keys:Index</c> can make: the codes of lines and head, and the names of persons.</summary>
public sealed class AuditKeys(KeyRing keys)
{
    private const int ShortLength = 16;
    private const int ChainLength = 8;

    private readonly byte[] _line = Derive(keys, "audit|line");
    private readonly byte[] _head = Derive(keys, "audit|head");
    private readonly byte[] _event = Derive(keys, "audit|event");
    private readonly byte[] _person = Derive(keys, "audit|person");

    /// <summary>
    /// The name of the chain, one of each Keys:Index: deployments that share a Redis do not take one another's lines for altered ones.
    /// </summary>
    internal string Chain { get; } = Base64Url.EncodeToString(HMACSHA256.HashData(Derive(keys, "audit|chain"), "chain"u8).AsSpan(0, ChainLength));

    /// <summary>
    /// What a line calls a person: the same in every line for as long as the salt exists, and without the salt nobody's, also for the
    /// holder of the keys.
    /// </summary>
    public string? NameOf(PersonKey person, byte[] salt) => salt.Length == 0 ? null : Short(_person, [.. salt, .. Encoding.ASCII.GetBytes(person.Hash)]);

    /// <summary>The code of a line, over all of it that stands before the code; the line before is part of that.</summary>
    internal string CodeOf(string body) => Base64Url.EncodeToString(HMACSHA256.HashData(_line, Encoding.UTF8.GetBytes(body)));

    /// <summary>The seal of a head.</summary>
    internal string SealOf(long last, string code, long trimmed) => Base64Url.EncodeToString(HMACSHA256.HashData(
        _head, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last}|{code}|{trimmed}"))));

    /// <summary>What is remembered of an event that was written: it names neither conversation nor link.</summary>
    internal string MarkOf(string eventId) => Short(_event, Encoding.UTF8.GetBytes(eventId));

    private static string Short(byte[] key, byte[] value) => Base64Url.EncodeToString(HMACSHA256.HashData(key, value).AsSpan(0, ShortLength));

    private static byte[] Derive(KeyRing keys, string purpose) => HMACSHA256.HashData(keys.Index, Encoding.ASCII.GetBytes(purpose));
}
