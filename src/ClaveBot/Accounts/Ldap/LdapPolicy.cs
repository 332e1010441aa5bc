using System.Globalization;
using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Accounts.Ldap;

/// <summary>What a pwdPolicy entry says of the things that ClaveBot must know beforehand (draft-behera-ldap-password-policy-11, 5.2); 0 is "no limit".</summary>
internal sealed record LdapPolicy
{
    public static readonly string[] Attributes =
        ["pwdLockout", "pwdMaxFailure", "pwdFailureCountInterval", "pwdLockoutDuration", "pwdMinDelay", "pwdMaxAge", "pwdMinLength", "pwdMaxLength"];

    /// <summary>No policy at all.</summary>
    public static LdapPolicy None { get; } = new();

    /// <summary>Without it no lock holds.</summary>
    public bool Lockout { get; init; }

    public int MaxFailure { get; init; }

    /// <summary>How long a failure counts; 0 until the next success.</summary>
    public TimeSpan CountInterval { get; init; }

    /// <summary>How long a lock for failures lasts; 0 until an administrator ends it.</summary>
    public TimeSpan LockoutDuration { get; init; }

    /// <summary>How long a failed bind delays the next.</summary>
    public TimeSpan MinDelay { get; init; }

    public TimeSpan MaxAge { get; init; }

    public int MinLength { get; init; }

    public int MaxLength { get; init; }

    /// <summary>Whether a single failure has consequences, so that not even a proof that the old clave is refused may cause one.</summary>
    public bool PunishesOneFailure => MinDelay > TimeSpan.Zero || (Lockout && MaxFailure == 1);

    public static LdapPolicy Read(LdapEntry entry) => new()
    {
        Lockout = entry.One("pwdLockout") is "TRUE",
        MaxFailure = Number(entry, "pwdMaxFailure"),
        CountInterval = TimeSpan.FromSeconds(Number(entry, "pwdFailureCountInterval")),
        LockoutDuration = TimeSpan.FromSeconds(Number(entry, "pwdLockoutDuration")),
        MinDelay = TimeSpan.FromSeconds(Number(entry, "pwdMinDelay")),
        MaxAge = TimeSpan.FromSeconds(Number(entry, "pwdMaxAge")),
        MinLength = Number(entry, "pwdMinLength"),
        MaxLength = Number(entry, "pwdMaxLength"),
    };

    /// <summary>
    /// Which policy is the default one stands in cn=config, where ClaveBot must not look: so of several the strictest counts, limit by limit.
    /// </summary>
    public static LdapPolicy Strictest(LdapPolicy one, LdapPolicy other) => new()
    {
        Lockout = one.Lockout || other.Lockout,
        MaxFailure = Least(one.Lockout ? one.MaxFailure : 0, other.Lockout ? other.MaxFailure : 0),
        CountInterval = Longest(one, other, static policy => policy.CountInterval),
        LockoutDuration = Longest(one, other, static policy => policy.LockoutDuration),
        MinDelay = one.MinDelay > other.MinDelay ? one.MinDelay : other.MinDelay,
        MaxAge = TimeSpan.FromSeconds(Least((int)one.MaxAge.TotalSeconds, (int)other.MaxAge.TotalSeconds)),
        MinLength = Math.Max(one.MinLength, other.MinLength),
        MaxLength = Least(one.MaxLength, other.MaxLength),
    };

    private static int Least(int one, int other) => one == 0 ? other : other == 0 ? one : Math.Min(one, other);

    // A policy that never locks has no say in how long; among the others 0 is forever.
    private static TimeSpan Longest(LdapPolicy one, LdapPolicy other, Func<LdapPolicy, TimeSpan> of)
    {
        if (!one.Lockout || !other.Lockout)
            return of(one.Lockout ? one : other);
        return of(one) == TimeSpan.Zero || of(other) == TimeSpan.Zero ? TimeSpan.Zero : of(one) > of(other) ? of(one) : of(other);
    }

    private static int Number(LdapEntry entry, string attribute) =>
        int.TryParse(entry.One(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
