using System.Formats.Asn1;
using System.Text;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>LDAP's strings are octets in UTF-8.</summary>
internal static class AsnText
{
    public static void WriteText(this AsnWriter writer, string text, Asn1Tag? tag = null) =>
        writer.WriteOctetString(Encoding.UTF8.GetBytes(text), tag);
}
