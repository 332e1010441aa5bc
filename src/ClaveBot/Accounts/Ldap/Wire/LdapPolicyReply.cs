using System.Formats.Asn1;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>
/// What a password policy says beside a result (draft-behera-ldap-password-policy-11, 6.2):
/// <c>SEQUENCE { warning [0] CHOICE { timeBeforeExpiration [0] INTEGER, graceAuthNsRemaining [1] INTEGER } OPTIONAL, error [1] ENUMERATED OPTIONAL }</c>.
/// </summary>
internal sealed record LdapPolicyReply(PolicyOutcome? Outcome, bool InGrace)
{
    private static readonly Asn1Tag Warning = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Error = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Grace = new(TagClass.ContextSpecific, 1);

    public static LdapPolicyReply None { get; } = new(null, InGrace: false);

    /// <summary>The policy's control among a message's.</summary>
    public static LdapPolicyReply Among(AsnReader controls)
    {
        while (controls.HasData)
        {
            var control = controls.ReadSequence();
            var isPolicy = control.ReadOctetString().AsSpan().SequenceEqual("1.3.6.1.4.1.42.2.27.8.5.1"u8);
            if (control.HasData && control.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
                control.ReadBoolean();
            if (isPolicy && control.HasData)
                return Read(control.ReadOctetString());
        }

        return None;
    }

    /// <summary>The control's value. An outcome that the draft does not know is none.</summary>
    public static LdapPolicyReply Read(byte[] value)
    {
        PolicyOutcome? outcome = null;
        var grace = false;
        var fields = new AsnReader(value, AsnEncodingRules.BER).ReadSequence();
        while (fields.HasData)
        {
            var tag = fields.PeekTag();
            if (tag.HasSameClassAndValue(Error))
                outcome = Known(fields.ReadIntegerBytes(Error).Span);
            else if (tag.HasSameClassAndValue(Warning))
                grace = fields.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)).PeekTag().HasSameClassAndValue(Grace);
            else
                fields.ReadEncodedValue();
        }

        return new LdapPolicyReply(outcome, grace);
    }

    private static PolicyOutcome? Known(ReadOnlySpan<byte> number) =>
        number.Length == 1 && Enum.IsDefined((PolicyOutcome)number[0]) ? (PolicyOutcome)number[0] : null;
}
