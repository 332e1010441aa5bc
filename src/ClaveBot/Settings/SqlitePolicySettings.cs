namespace ClaveBot.Settings;

/// <summary>What the embedded directory demands of claves, beside the rules that hold everywhere.</summary>
public sealed class SqlitePolicySettings
{
    /// <summary>No clave is ever shorter (NIST SP 800-63B-4, single factor).</summary>
    public const int LeastLength = 15;

    /// <summary>Fewest code points. 15 to 64.</summary>
    public int MinLength { get; set; } = LeastLength;

    /// <summary>Most code points. 64 to 128.</summary>
    public int MaxLength { get; set; } = 128;

    /// <summary>How many earlier claves, the current one apart, are not taken again. 0 to 24; 0: any is.</summary>
    public int History { get; set; } = 5;

    /// <summary>How old a clave must be to be changed. 0 to 30 days.</summary>
    public TimeSpan MinAge { get; set; } = TimeSpan.Zero;

    /// <summary>When a clave expires; it can still be changed then. 0: never; else 1 day to 10 years, and more than <see cref="MinAge"/>.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.Zero;

    /// <summary>At how many wrong claves the account locks. 4 to 100; 0: never. The last of them is never tried.</summary>
    public int MaxFailures { get; set; } = 10;

    /// <summary>How long a wrong clave counts, and so how long a lock lasts. 1 minute to 1 day; 0: until the next right one.</summary>
    public TimeSpan FailureWindow { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>What one Argon2id hash costs. Raised, each hash is made anew when its clave is next proven.</summary>
public sealed class HashSettings
{
    /// <summary>19456 (19 MiB) to 1048576.</summary>
    public int MemoryKiB { get; set; } = 19_456;

    /// <summary>2 to 16.</summary>
    public int Passes { get; set; } = 2;
}
