using System.Collections.Frozen;
using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Accounts.Ldap;

/// <summary>The directory's password policies, as they were when last looked at.</summary>
internal sealed class LdapPolicies(IReadOnlyDictionary<string, LdapPolicy> byName, DateTimeOffset readAt)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly byte[] AnyPolicy = LdapFilter.Encode("(objectClass=pwdPolicy)");
    private const int Most = 100;

    private readonly FrozenDictionary<string, LdapPolicy> _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What counts for an entry that names no policy of its own.</summary>
    public LdapPolicy Default { get; } = byName.Count == 0 ? LdapPolicy.None : byName.Values.Aggregate(LdapPolicy.Strictest);

    public bool Any => _byName.Count > 0;

    public bool IsFresh(DateTimeOffset now) => now - readAt < Fresh;

    public LdapPolicy For(string? name) => name is not null && _byName.TryGetValue(name, out var policy) ? policy : Default;

    /// <summary>What everybody's clave must be: at least 15 code points, and the strictest policy's limits.</summary>
    public PasswordLimits Limits()
    {
        var usual = new PasswordLimits();
        var most = Default.MaxLength == 0 ? usual.MaxLength : Math.Min(usual.MaxLength, Default.MaxLength);
        return new PasswordLimits(Math.Min(Math.Max(usual.MinLength, Default.MinLength), most), most);
    }

    /// <summary>Every policy of the tree that <paramref name="baseDn"/> is in.</summary>
    public static async Task<LdapPolicies> ReadAsync(LdapSession session, string baseDn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tree = await TreeOfAsync(session, baseDn, cancellationToken);
        var found = await session.SearchAsync(new LdapSearch(tree, LdapScope.Subtree, AnyPolicy, LdapPolicy.Attributes), Most, cancellationToken);
        return new LdapPolicies(
            found.DistinctBy(static entry => entry.Dn, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(static entry => entry.Dn, LdapPolicy.Read, StringComparer.OrdinalIgnoreCase),
            now);
    }

    // Policies mostly stand beside the people, not under them.
    private static async Task<string> TreeOfAsync(LdapSession session, string baseDn, CancellationToken cancellationToken)
    {
        var root = await session.SearchAsync(LdapSearch.Root("namingContexts"), most: 1, cancellationToken);
        return root.SelectMany(static entry => entry.All("namingContexts"))
            .Where(tree => tree.Length > 0 && baseDn.EndsWith(tree, StringComparison.OrdinalIgnoreCase))
            .MaxBy(static tree => tree.Length) ?? baseDn;
    }
}
