using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Accounts.Ldap;

/// <summary>An account as the directory holds it now.</summary>
internal sealed class LdapAccount(LdapEntry entry, Cedula cedula, LdapPolicy policy, DateTimeOffset now)
{
    /// <summary>A clave that was set before there was a policy has no time of change.</summary>
    private const string NeverChanged = "-";

    /// <summary>The directory's clock may run a little behind ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    public static readonly string[] Attributes =
    [
        "cn", "displayName", "mail", "pwdChangedTime", "pwdAccountLockedTime", "pwdAccountTmpLockoutEnd", "pwdFailureTime",
        "pwdStartTime", "pwdEndTime", "pwdPolicySubentry",
    ];

    public string Dn => entry.Dn;

    public LdapPolicy Policy => policy;

    public Person Person { get; } = new(cedula, entry.One("displayName") ?? entry.One("cn") ?? "", entry.All("mail"));

    /// <summary>When the clave was set, to the second: the directory changes it with every change of the clave.</summary>
    public string Marker => entry.One("pwdChangedTime") ?? NeverChanged;

    public DateTimeOffset? Expires =>
        policy.MaxAge > TimeSpan.Zero && LdapTime.Parse(entry.One("pwdChangedTime")) is { } changed ? changed + policy.MaxAge : null;

    /// <summary>Locked until somebody lifts it.</summary>
    public bool IsFrozen => entry.One("pwdAccountLockedTime") is { } since
        && (since is LdapTime.Forever || (policy.Lockout && (policy.LockoutDuration == TimeSpan.Zero || LdapTime.Parse(since) is null)));

    /// <summary>Locked for now, whatever the clave.</summary>
    public bool IsLocked =>
        IsFrozen
        || (policy.Lockout && LdapTime.Parse(entry.One("pwdAccountLockedTime")) + policy.LockoutDuration > now - Skew)
        || LdapTime.Parse(entry.One("pwdStartTime")) > now
        || LdapTime.Parse(entry.One("pwdEndTime")) <= now;

    /// <summary>One more wrong clave would lock the account, or the last one still delays the next.</summary>
    public bool IsOnTheBrink =>
        LdapTime.Parse(entry.One("pwdAccountTmpLockoutEnd")) > now - Skew
        || (policy is { Lockout: true, MaxFailure: > 0 } && entry.All("pwdFailureTime").Count(Counts) >= policy.MaxFailure - 1);

    public bool HasMarker(string marker) => string.Equals(Marker, marker, StringComparison.Ordinal);

    private bool Counts(string failure) =>
        policy.CountInterval == TimeSpan.Zero || LdapTime.Parse(failure) is not { } at || at + policy.CountInterval + Skew >= now;
}
