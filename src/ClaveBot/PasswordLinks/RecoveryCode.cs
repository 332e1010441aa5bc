using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Keys;

namespace ClaveBot.PasswordLinks;

/// <summary>
/// The code that recovery mails: eight digits, 26 bits (ASVS 5.0, 6.5.4 asks for 20), for ten minutes and five tries (6.5.5). Redis holds
/// nothing but its hash under Keys:Index, which covers the link too.
/// </summary>
public static class RecoveryCode
{
    /// <summary>How many wrong ones a code takes.</summary>
    public const int TriesAllowed = 5;

    /// <summary>How many codes one link gives.</summary>
    public const int PerLink = 3;

    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int Digits = 8;

    /// <summary>A fresh one.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>As people read it: "1234 5678".</summary>
    public static string Spaced(string code) => $"{code[..(Digits / 2)]} {code[(Digits / 2)..]}";

    /// <summary>The digits of what was typed, spaces and hyphens left out; null when they are not eight.</summary>
    public static string? Read(string typed)
    {
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>What is stored.</summary>
    public static byte[] HashOf(string code, LinkKey link, KeyRing keys) =>
        HMACSHA256.HashData(keys.Index, Encoding.ASCII.GetBytes($"code|{link.Hash}|{code}"));

    /// <summary>In fixed time.</summary>
    public static bool IsRight(string code, StoredLink link, KeyRing keys) =>
        CryptographicOperations.FixedTimeEquals(HashOf(code, link.Key, keys), link.CodeHash);
}
