using System.Security.Cryptography;
using System.Text.Json;
using ClaveBot.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace ClaveBot.Web.Protection;

/// <summary>
/// ASP.NET's data protection (antiforgery uses it) over the keys of the settings: every instance opens what another sealed, and no
/// key is stored anywhere. The chain of purposes is the associated data, so what was sealed for one does not open for another.
/// </summary>
internal sealed class SealedDataProtection(Sealer sealer, params string[] purposes) : IDataProtector
{
    // JSON keeps ["a","bc"] and ["ab","c"] apart. The first entry keeps this apart from all else that the sealer seals.
    private readonly byte[] _place = JsonSerializer.SerializeToUtf8Bytes<string[]>(["ASP.NET data protection", .. purposes]);

    public IDataProtector CreateProtector(string purpose) => new SealedDataProtection(sealer, [.. purposes, purpose]);

    public byte[] Protect(byte[] plaintext) => sealer.Seal(plaintext, _place);

    /// <exception cref="CryptographicException">Altered, sealed for something else, or under a key that is gone.</exception>
    public byte[] Unprotect(byte[] protectedData) =>
        sealer.TryOpen(protectedData, _place, out var plain) ? plain : throw new CryptographicException("This was not sealed here, or its key is gone.");
}
