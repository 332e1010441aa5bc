namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>What is looked for, and where (RFC 4511, 4.5.1). The filter is encoded.</summary>
internal sealed record LdapSearch(string Base, LdapScope Scope, ReadOnlyMemory<byte> EncodedFilter, IReadOnlyList<string> Attributes)
{
    public ReadOnlySpan<byte> Filter => EncodedFilter.Span;

    /// <summary>The filter says who: not for logs.</summary>
    public override string ToString() => "(search)";
}

internal enum LdapScope
{
    Base = 0,
    Subtree = 2,
}

internal enum LdapAliases
{
    Never = 0,
}

internal enum LdapChange
{
    Replace = 2,
}
