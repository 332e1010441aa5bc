namespace ClaveBot.Accounts;

/// <summary>How long a clave may be, in Unicode code points.</summary>
/// <param name="MinLength">At least 15 (NIST SP 800-63B-4, single factor); more where the directory demands more.</param>
/// <param name="MaxLength">At least 64 (ASVS 5.0, 6.2.9); less only where the directory takes less.</param>
public sealed record PasswordLimits(int MinLength = 15, int MaxLength = 128);
