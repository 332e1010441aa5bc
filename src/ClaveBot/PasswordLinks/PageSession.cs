using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaveBot.Accounts;
using ClaveBot.Keys;

namespace ClaveBot.PasswordLinks;

/// <summary>
/// What the claiming browser carries from page to page in its cookie: the proven clave, for directories that want it at the change,
/// sealed under a key that exists only in the link's Redis entry. Neither half alone opens it.
/// </summary>
internal sealed record PageSession(
    [property: JsonPropertyName("c")] string Digits,
    [property: JsonPropertyName("p")] string? Current,
    [property: JsonPropertyName("r")] PolicyOutcome? Reason = null)
{
    public const int KeyLength = 32;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>The cookie's value.</summary>
    public string Seal(LinkKey link, byte[] sessionKey)
    {
        using var sealer = Under(sessionKey);
        var plain = JsonSerializer.SerializeToUtf8Bytes(this, PageSessionFormat.Default.PageSession);
        var closed = sealer.Seal(plain, Purpose(link));
        CryptographicOperations.ZeroMemory(plain);
        return Base64Url.EncodeToString(closed);
    }

    /// <summary>Null when the cookie is missing, of another link, or of a claim that is over.</summary>
    public static PageSession? Open(string? cookie, StoredLink link)
    {
        if (string.IsNullOrEmpty(cookie) || link.SessionKey.Length != KeyLength || !Base64Url.IsValid(cookie))
            return null;
        using var sealer = Under(link.SessionKey);
        if (!sealer.TryOpen(Base64Url.DecodeFromChars(cookie), Purpose(link.Key), out var plain))
            return null;
        var session = JsonSerializer.Deserialize(plain, PageSessionFormat.Default.PageSession);
        CryptographicOperations.ZeroMemory(plain);
        return session;
    }

    /// <summary>Who; null when the cookie was not written by this release.</summary>
    public Cedula? Cedula => Accounts.Cedula.TryParse(Digits, out var cedula) ? cedula : null;

    /// <summary>A record prints its properties; this one must not.</summary>
    public override string ToString() => "(session)";

    private static Sealer Under(byte[] sessionKey) => new(new KeyRing([], sessionKey, []));

    private static byte[] Purpose(LinkKey link) => Encoding.ASCII.GetBytes("session|" + link.Hash);
}

[JsonSerializable(typeof(PageSession))]
internal sealed partial class PageSessionFormat : JsonSerializerContext;
