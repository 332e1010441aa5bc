namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>What is looked for, and where (RFC 4511, 4.5.1). The filter is encoded.</summary>
internal sealed record LdapSearch(string Base, LdapScope Scope, ReadOnlyMemory<byte> EncodedFilter, IReadOnlyList<string> Attributes)
{
    private static readonly byte[] Anything = LdapFilter.Encode("(objectClass=*)");

    public ReadOnlySpan<byte> Filter => EncodedFilter.Span;

    /// <summary>What a server says about itself (RFC 4512, 5.1); "1.1" asks for nothing but an answer.</summary>
    public static LdapSearch Root(string attribute) => One("", attribute);

    /// <summary>An entry by its name.</summary>
    public static LdapSearch One(string dn, string attribute) => new(dn, LdapScope.Base, Anything, [attribute]);

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
