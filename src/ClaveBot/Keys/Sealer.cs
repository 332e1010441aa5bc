using System.Security.Cryptography;

namespace ClaveBot.Keys;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D) with key rotation: what <c>Keys:Current</c> seals stays readable when that key becomes one of
/// <c>Keys:Previous</c>. Layout: key id (4) | nonce (12) | tag (16) | ciphertext.
/// </summary>
public sealed class Sealer
{
    private const int KeyIdLength = 4;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = KeyIdLength + NonceLength + TagLength;

    private readonly (byte[] Id, byte[] Key)[] _keys;

    public Sealer(KeyRing keys) =>
        _keys = [.. keys.Previous.Prepend(keys.Current).Select(key => (SHA256.HashData(key)[..KeyIdLength], key))];

    /// <summary>Seals for one purpose and place: what is sealed under other associated data does not open.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associatedData)
    {
        var (id, key) = _keys[0];
        var output = new byte[HeaderLength + plain.Length];
        id.CopyTo(output, 0);
        var nonce = output.AsSpan(KeyIdLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, output.AsSpan(HeaderLength), output.AsSpan(KeyIdLength + NonceLength, TagLength), associatedData);
        return output;
    }

    /// <summary>False when it was altered, was sealed for something else, or by a key that is no longer in the settings.</summary>
    public bool TryOpen(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associatedData, out byte[] plain)
    {
        plain = [];
        if (sealedBytes.Length < HeaderLength)
            return false;
        foreach (var (id, key) in _keys)
        {
            if (!sealedBytes[..KeyIdLength].SequenceEqual(id))
                continue;
            var opened = new byte[sealedBytes.Length - HeaderLength];
            try
            {
                using var aes = new AesGcm(key, TagLength);
                aes.Decrypt(sealedBytes.Slice(KeyIdLength, NonceLength), sealedBytes[HeaderLength..],
                    sealedBytes.Slice(KeyIdLength + NonceLength, TagLength), opened, associatedData);
                plain = opened;
                return true;
            }
            catch (AuthenticationTagMismatchException)
            {
                return false;
            }
        }

        return false;
    }
}
