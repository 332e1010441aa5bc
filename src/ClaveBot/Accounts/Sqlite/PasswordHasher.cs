using System.Security.Cryptography;
using NSec.Cryptography;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>
/// Argon2id (libsodium through NSec). At most one hash a core runs at a time, so that a crowd waits in line instead of
/// taking 19 MiB each.
/// </summary>
public sealed class PasswordHasher : IDisposable
{
    private const int SaltLength = 16;
    private const int HashLength = 32;

    private readonly Argon2Cost cost;
    private readonly PhcString decoy;
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);

    public PasswordHasher(Argon2Cost cost)
    {
        this.cost = cost;
        decoy = new PhcString(cost, RandomNumberGenerator.GetBytes(SaltLength), RandomNumberGenerator.GetBytes(HashLength));
    }

    /// <summary>Hashes a clave with a fresh salt, at this hasher's cost.</summary>
    internal async Task<string> HashAsync(Secret clave, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = await DeriveAsync(clave, cost, salt, HashLength, cancellationToken);
        return new PhcString(cost, salt, hash).Format();
    }

    /// <summary>Whether <paramref name="clave"/> is the one behind <paramref name="stored"/>; null, nobody's hash, costs the same and is always false.</summary>
    /// <exception cref="FormatException">What is stored is no Argon2id hash.</exception>
    internal async Task<bool> VerifyAsync(Secret clave, string? stored, CancellationToken cancellationToken)
    {
        var expected = stored is null ? decoy : Parse(stored);
        var actual = await DeriveAsync(clave, expected.Cost, expected.Salt, expected.Hash.Length, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(actual, expected.Hash) && stored is not null;
    }

    /// <summary>Whether <paramref name="stored"/> was made when hashes were cheaper.</summary>
    internal bool IsOutdated(string stored) => Parse(stored).Cost.IsBelow(cost);

    public void Dispose() => turns.Dispose();

    private static PhcString Parse(string stored) =>
        PhcString.TryParse(stored, out var phc) ? phc : throw new FormatException("A stored clave is no Argon2id hash in PHC format.");

    private async Task<byte[]> DeriveAsync(Secret clave, Argon2Cost price, byte[] salt, int length, CancellationToken cancellationToken)
    {
        var argon = new Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = price.MemoryKiB, NumberOfPasses = price.Passes });
        await turns.WaitAsync(cancellationToken);
        try
        {
            return clave.Use(bytes => argon.DeriveBytes(bytes, salt, length));
        }
        finally
        {
            turns.Release();
        }
    }
}
