using ClaveBot.Settings;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>What one Argon2id hash costs. Parallelism is always 1: libsodium knows no other.</summary>
/// <param name="MemoryKiB">Memory in KiB.</param>
/// <param name="Passes">Passes over that memory.</param>
public sealed record Argon2Cost(int MemoryKiB, int Passes)
{
    /// <summary>What the settings say when they say nothing: 19 MiB, two passes (OWASP Password Storage Cheat Sheet, Argon2id).</summary>
    public static Argon2Cost Current { get; } = Of(new HashSettings());

    /// <summary>As set.</summary>
    public static Argon2Cost Of(HashSettings settings) => new(settings.MemoryKiB, settings.Passes);

    /// <summary>Whether a hash made at this cost should be made anew at <paramref name="other"/>.</summary>
    public bool IsBelow(Argon2Cost other) => MemoryKiB < other.MemoryKiB || Passes < other.Passes;
}
