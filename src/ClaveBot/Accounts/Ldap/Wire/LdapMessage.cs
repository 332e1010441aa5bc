using System.Formats.Asn1;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>One message from the server, taken apart (RFC 4511, 4.1.1).</summary>
internal sealed record LdapMessage(int Id, LdapOperation Operation, ReadOnlyMemory<byte> Body, LdapPolicyReply Policy)
{
    private static readonly Asn1Tag Controls = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="AsnContentException">This is no LDAP message.</exception>
    public static LdapMessage Read(byte[] bytes)
    {
        var message = new AsnReader(bytes, AsnEncodingRules.BER).ReadSequence();
        if (!message.TryReadInt32(out var id))
            throw new AsnContentException("A message id is not that large.");
        var operation = message.PeekTag();
        if (operation.TagClass != TagClass.Application)
            throw new AsnContentException("Not an operation.");
        var body = message.ReadEncodedValue();
        var policy = message.HasData && message.PeekTag() == Controls ? LdapPolicyReply.Among(message.ReadSequence(Controls)) : LdapPolicyReply.None;
        return new LdapMessage(id, (LdapOperation)operation.TagValue, body, policy);
    }

    /// <summary>The result that ends an operation.</summary>
    public LdapResult Result()
    {
        var result = Open();
        return new LdapResult((LdapCode)(int)result.ReadEnumeratedValue<LdapCode>(), Policy.Outcome, Policy.InGrace);
    }

    /// <summary>The fields of the operation.</summary>
    public AsnReader Open() =>
        new AsnReader(Body, AsnEncodingRules.BER).ReadSequence(new Asn1Tag(TagClass.Application, (int)Operation, isConstructed: true));

    /// <summary>It may hold a person's data: not for logs.</summary>
    public override string ToString() => $"({Operation})";
}
