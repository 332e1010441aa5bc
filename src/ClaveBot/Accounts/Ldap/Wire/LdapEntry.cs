using System.Formats.Asn1;
using System.Text;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>An entry as found. Names of attributes are compared without case, values are UTF-8.</summary>
internal sealed class LdapEntry
{
    private readonly Dictionary<string, List<string>> _attributes = new(StringComparer.OrdinalIgnoreCase);

    private LdapEntry(string dn) => Dn = dn;

    /// <summary>Its name, as the server writes it; handed back to the server as it is.</summary>
    public string Dn { get; }

    public IReadOnlyList<string> All(string attribute) => _attributes.GetValueOrDefault(attribute) ?? [];

    /// <summary>The first value, or null.</summary>
    public string? One(string attribute) => All(attribute) is [var first, ..] ? first : null;

    /// <summary>RFC 4511, 4.5.2.</summary>
    public static LdapEntry Read(LdapMessage message)
    {
        var fields = message.Open();
        var entry = new LdapEntry(Text(fields));
        var attributes = fields.ReadSequence();
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var name = Text(attribute);
            var values = attribute.ReadSetOf(skipSortOrderValidation: true);
            var list = entry._attributes[name] = [];
            while (values.HasData)
                list.Add(Text(values));
        }

        return entry;
    }

    /// <summary>It holds a person's data: not for logs.</summary>
    public override string ToString() => "(entry)";

    private static string Text(AsnReader reader) => Encoding.UTF8.GetString(reader.ReadOctetString());
}
