using System.Formats.Asn1;
using System.Security.Cryptography;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>The requests as bytes (RFC 4511, 4.2–4.12; RFC 3062). Buffers with claves are cleared; the caller clears what it gets.</summary>
internal static class LdapRequests
{
    private static readonly Asn1Tag Choice0 = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Choice1 = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Choice2 = new(TagClass.ContextSpecific, 2);

    /// <summary>A simple bind that asks what the password policy has to say.</summary>
    public static byte[] Bind(int id, string dn, Secret clave) => Message(id, LdapOperation.BindRequest, asksPolicy: true, request =>
    {
        request.WriteInteger(3);
        request.WriteText(dn);
        request.WriteSecret(clave, Choice0);
    });

    public static byte[] StartTls(int id) => Message(id, LdapOperation.ExtendedRequest, asksPolicy: false, static request =>
        request.WriteText(LdapOids.StartTls, Choice0));

    /// <summary>RFC 3062: an old clave that is wrong changes nothing.</summary>
    public static byte[] SetPassword(int id, string dn, Secret? old, Secret replacement)
    {
        var value = new AsnWriter(AsnEncodingRules.BER);
        using (value.PushSequence())
        {
            value.WriteText(dn, Choice0);
            if (old is not null)
                value.WriteSecret(old, Choice1);
            value.WriteSecret(replacement, Choice2);
        }

        var bytes = value.Encode();
        value.Reset();
        try
        {
            return Message(id, LdapOperation.ExtendedRequest, asksPolicy: true, request =>
            {
                request.WriteText(LdapOids.ModifyPassword, Choice0);
                request.WriteOctetString(bytes, Choice1);
            });
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>No alias is followed, and the server is asked for no more than <paramref name="most"/> entries.</summary>
    public static byte[] Search(int id, LdapSearch search, int most, TimeSpan patience) => Message(id, LdapOperation.SearchRequest, asksPolicy: false, request =>
    {
        request.WriteText(search.Base);
        request.WriteEnumeratedValue(search.Scope);
        request.WriteEnumeratedValue(LdapAliases.Never);
        request.WriteInteger(most);
        request.WriteInteger((int)Math.Ceiling(patience.TotalSeconds));
        request.WriteBoolean(false);
        request.WriteEncodedValue(search.Filter);
        using (request.PushSequence())
        {
            foreach (var attribute in search.Attributes)
                request.WriteText(attribute);
        }
    });

    /// <summary>One attribute gets these values; none removes it.</summary>
    public static byte[] Replace(int id, string dn, string attribute, params IReadOnlyList<string> values) => Message(id, LdapOperation.ModifyRequest, asksPolicy: false, request =>
    {
        request.WriteText(dn);
        using var changes = request.PushSequence();
        using var change = request.PushSequence();
        request.WriteEnumeratedValue(LdapChange.Replace);
        using var modification = request.PushSequence();
        request.WriteText(attribute);
        using var set = request.PushSetOf();
        foreach (var value in values)
            request.WriteText(value);
    });

    private static byte[] Message(int id, LdapOperation operation, bool asksPolicy, Action<AsnWriter> write)
    {
        var message = new AsnWriter(AsnEncodingRules.BER);
        using (message.PushSequence())
        {
            message.WriteInteger(id);
            using (message.PushSequence(new Asn1Tag(TagClass.Application, (int)operation, isConstructed: true)))
                write(message);
            if (asksPolicy)
                WriteControl(message);
        }

        var bytes = message.Encode();
        message.Reset();
        return bytes;
    }

    private static void WriteControl(AsnWriter message)
    {
        using var controls = message.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true));
        using var control = message.PushSequence();
        message.WriteText(LdapOids.PasswordPolicy);
    }

    private static void WriteSecret(this AsnWriter writer, Secret secret, Asn1Tag tag) => secret.Use(bytes =>
    {
        writer.WriteOctetString(bytes, tag);
        return bytes.Length;
    });
}
