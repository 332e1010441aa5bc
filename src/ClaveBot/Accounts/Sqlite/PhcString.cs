using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>
/// An Argon2id hash as text, <c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>: the PHC string format, with base64 without padding.
/// It carries its own cost, so that old hashes stay readable when the cost rises.
/// </summary>
internal sealed record PhcString(Argon2Cost Cost, byte[] Salt, byte[] Hash)
{
    private const string Version = "v=19";

    /// <summary>Reads a stored hash; false for any other algorithm, version or shape.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PhcString? phc)
    {
        phc = null;
        if (text.Split('$') is not ["", "argon2id", Version, var parameters, var salt, var hash])
            return false;
        if (!TryParseCost(parameters, out var cost) || !TryDecode(salt, out var saltBytes) || !TryDecode(hash, out var hashBytes))
            return false;
        phc = new PhcString(cost, saltBytes, hashBytes);
        return true;
    }

    /// <summary>The text to store.</summary>
    public string Format() => string.Create(
        CultureInfo.InvariantCulture,
        $"$argon2id${Version}$m={Cost.MemoryKiB},t={Cost.Passes},p=1${Encode(Salt)}${Encode(Hash)}");

    /// <summary>A hash is not for logs.</summary>
    public override string ToString() => "(hash)";

    /// <summary>Reads the parameters alone, <c>m=19456,t=2,p=1</c>.</summary>
    internal static bool TryParseCost(string text, [NotNullWhen(true)] out Argon2Cost? cost)
    {
        cost = null;
        if (text.Split(',') is not [['m', '=', .. var memory], ['t', '=', .. var passes], "p=1"])
            return false;
        if (!TryParseNumber(memory, out var memoryKiB) || !TryParseNumber(passes, out var rounds))
            return false;
        cost = new Argon2Cost(memoryKiB, rounds);
        return true;
    }

    private static bool TryParseNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static bool TryDecode(string text, out byte[] bytes)
    {
        var buffer = new byte[text.Length];
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var read = Convert.TryFromBase64String(padded, buffer, out var length);
        bytes = buffer[..length];
        return read && length > 0;
    }
}
