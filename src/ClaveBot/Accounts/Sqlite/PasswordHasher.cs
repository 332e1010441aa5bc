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

    /// <summary>Whether <paramref name="clave"/> is the one behind <paramref name="stored"/>.</summary>
    /// <exception cref="FormatException">What is stored is no Argon2id hash.</exception>
    internal Task<bool> VerifyAsync(Secret clave, string stored, CancellationToken cancellationToken) => VerifyAsync(clave, Parse(stored), [], cancellationToken);

    /// <summary>
    /// The same for somebody who may be nobody (null, always false): one derivation at this hasher's cost and at each of <paramref name="costs"/>, whoever
    /// it is and whenever their hash was made.
    /// </summary>
    /// <exception cref="FormatException">What is stored is no Argon2id hash.</exception>
    internal async Task<bool> ProveAsync(Secret clave, string? stored, IEnumerable<Argon2Cost> costs, CancellationToken cancellationToken) =>
        await VerifyAsync(clave, stored is null ? decoy : Parse(stored), costs.Append(cost), cancellationToken) && stored is not null;

    /// <summary>Whether <paramref name="stored"/> was made when hashes were cheaper.</summary>
    internal bool IsOutdated(string stored) => Parse(stored).Cost.IsBelow(cost);

    /// <summary>Told the cost of each derivation: the work that a proof takes.</summary>
    internal Action<Argon2Cost>? Derives { get; init; }

    public void Dispose() => turns.Dispose();

    private static PhcString Parse(string stored) =>
        PhcString.TryParse(stored, out var phc) ? phc : throw new FormatException("A stored clave is no Argon2id hash in PHC format.");

    private async Task<bool> VerifyAsync(Secret clave, PhcString expected, IEnumerable<Argon2Cost> costs, CancellationToken cancellationToken)
    {
        var right = false;
        foreach (var price in costs.Append(expected.Cost).Distinct())
        {
            var one = price == expected.Cost ? expected : decoy;
            var actual = await DeriveAsync(clave, price, one.Salt, one.Hash.Length, cancellationToken);
            right |= CryptographicOperations.FixedTimeEquals(actual, one.Hash);
        }

        return right;
    }

    private async Task<byte[]> DeriveAsync(Secret clave, Argon2Cost price, byte[] salt, int length, CancellationToken cancellationToken)
    {
        Derives?.Invoke(price);
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
