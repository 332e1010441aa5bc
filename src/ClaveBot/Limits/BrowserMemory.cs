using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Accounts;
using ClaveBot.Keys;

namespace ClaveBot.Limits;

/// <summary>
/// What a browser's long-lived cookie says: whose clave was proven in it before. Sealed, so that nobody can make one, and it names people by
/// keyed hash alone. It proves nothing to a directory: all it gives is a budget of tries that strangers cannot use up.
/// </summary>
public sealed class BrowserMemory(Sealer sealer, KeyRing keys)
{
    // One phone for a family; the one who used it longest ago makes room.
    private const int People = 5;
    private const int IdLength = 12;
    private const char Between = '|';

    private static readonly byte[] Purpose = "browser"u8.ToArray();

    /// <summary>The name of this browser, when the cédula's clave was proven in it; else null.</summary>
    public string? Knows(Cedula cedula, string? cookie) =>
        Open(cookie) is [var id, .. var people] && people.Contains(PersonOf(cedula), StringComparer.Ordinal) ? id : null;

    /// <summary>The cookie's new value, now that the clave was proven here.</summary>
    public string Remember(Cedula cedula, string? cookie)
    {
        var known = Open(cookie);
        var id = known.Length > 0 ? known[0] : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdLength));
        var person = PersonOf(cedula);
        var people = known.Skip(1).Where(other => other != person).Prepend(person).Take(People);
        return Base64Url.EncodeToString(sealer.Seal(Encoding.ASCII.GetBytes(string.Join(Between, people.Prepend(id))), Purpose));
    }

    /// <summary>Empty when there is no cookie, it was altered, or its key is gone.</summary>
    private string[] Open(string? cookie) =>
        !string.IsNullOrEmpty(cookie) && Base64Url.IsValid(cookie) && sealer.TryOpen(Base64Url.DecodeFromChars(cookie), Purpose, out var plain)
            ? Encoding.ASCII.GetString(plain).Split(Between)
            : [];

    private string PersonOf(Cedula cedula) => LimitSubject.HashOf("browser|" + cedula.Digits, keys);
}
