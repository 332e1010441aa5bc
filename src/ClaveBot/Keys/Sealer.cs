using System.Security.Cryptography;

namespace ClaveBot.Keys;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D) with key rotation: what <c>Keys:Current</c> seals stays readable when that key becomes one of
/// <c>Keys:Previous</c>. Layout: key id (4) | nonce (12) | tag (16) | ciphertext.
/// </summary>
public sealed class Sealer : IDisposable
{
    private const int KeyIdLength = 4;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = KeyIdLength + NonceLength + TagLength;

    private readonly SealingKey[] _keys;

    public Sealer(KeyRing keys) => _keys = [.. keys.Previous.Prepend(keys.Current).Select(key => new SealingKey(key))];

    /// <summary>Seals for one purpose and place: what is sealed under other associated data does not open.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associatedData)
    {
        var output = new byte[HeaderLength + plain.Length];
        _keys[0].Id.CopyTo(output, 0);
        var nonce = output.AsSpan(KeyIdLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        _keys[0].Aes.Encrypt(nonce, plain, output.AsSpan(HeaderLength), output.AsSpan(KeyIdLength + NonceLength, TagLength), associatedData);
        return output;
    }

    /// <summary>False when it was altered, was sealed for something else, or by a key that is no longer in the settings.</summary>
    public bool TryOpen(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associatedData, out byte[] plain)
    {
        plain = [];
        if (sealedBytes.Length < HeaderLength)
            return false;
        foreach (var key in _keys)
        {
            if (!sealedBytes[..KeyIdLength].SequenceEqual(key.Id))
                continue;
            var opened = new byte[sealedBytes.Length - HeaderLength];
            try
            {
                key.Aes.Decrypt(sealedBytes.Slice(KeyIdLength, NonceLength), sealedBytes[HeaderLength..],
                    sealedBytes.Slice(KeyIdLength + NonceLength, TagLength), opened, associatedData);
                plain = opened;
                return true;
            }
            catch (AuthenticationTagMismatchException)
            {
                // Altered, or another key of the same short id: the next one tells.
            }
        }

        return false;
    }

    public void Dispose()
    {
        foreach (var key in _keys)
            key.Dispose();
    }

    private sealed class SealingKey(byte[] key) : IDisposable
    {
        // Setting a cipher up costs more than sealing a record, and one must not serve two threads at once.
        private readonly ThreadLocal<AesGcm> _aes = new(() => new AesGcm(key, TagLength));

        public byte[] Id { get; } = SHA256.HashData(key)[..KeyIdLength];

        public AesGcm Aes => _aes.Value!;

        public void Dispose() => _aes.Dispose();
    }
}
