using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Accounts.Ldap;

/// <summary>An account as the directory holds it now.</summary>
internal sealed class LdapAccount(LdapEntry entry, Cedula cedula, LdapPolicy policy, DateTimeOffset now)
{
    /// <summary>A clave that was set before there was a policy has no time of change.</summary>
    private const string NeverChanged = "-";

    /// <summary>The directory's clock may run a little behind ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

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

    /// <summary>How long a change must wait to have a marker of its own: two within one second would look like one.</summary>
    public TimeSpan UntilNextMarker =>
        LdapTime.Parse(entry.One("pwdChangedTime")) is { } changed && changed <= now && changed + Second > now ? changed + Second - now : TimeSpan.Zero;

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

    /// <summary>False when a wrong clave would come too close to the lock, or when the last one still delays the next.</summary>
    public bool MayBeTried(Asker asker) =>
        !(LdapTime.Parse(entry.One("pwdAccountTmpLockoutEnd")) > now - Skew)
        && asker.MayTry(entry.All("pwdFailureTime").Count(Counts), policy.Lockout ? policy.MaxFailure : 0);

    public bool HasMarker(string marker) => string.Equals(Marker, marker, StringComparison.Ordinal);

    private bool Counts(string failure) =>
        policy.CountInterval == TimeSpan.Zero || LdapTime.Parse(failure) is not { } at || at + policy.CountInterval + Skew >= now;
}
