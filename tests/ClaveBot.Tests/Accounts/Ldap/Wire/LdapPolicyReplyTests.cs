using ClaveBot.Accounts;
using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Tests.Accounts.Ldap.Wire;

/// <summary>S10: what the password policy's control says. "Quality" is from a server that has a checker; Debian's has none.</summary>
public sealed class LdapPolicyReplyTests
{
    [Theory]
    [InlineData("3003810100", PolicyOutcome.PasswordExpired)]
    [InlineData("3003810101", PolicyOutcome.AccountLocked)]
    [InlineData("3003810102", PolicyOutcome.ChangeAfterReset)]
    [InlineData("3003810103", PolicyOutcome.PasswordModNotAllowed)]
    [InlineData("3003810104", PolicyOutcome.MustSupplyOldPassword)]
    [InlineData("3003810105", PolicyOutcome.InsufficientPasswordQuality)]
    [InlineData("3003810106", PolicyOutcome.PasswordTooShort)]
    [InlineData("3003810107", PolicyOutcome.PasswordTooYoung)]
    [InlineData("3003810108", PolicyOutcome.PasswordInHistory)]
    [InlineData("3003810109", PolicyOutcome.PasswordTooLong)]
    [InlineData("300381010A", null)]
    [InlineData("3000", null)]
    [InlineData("3006A00480020E10", null)] // an hour until it expires
    [InlineData("3008A003800105810102", PolicyOutcome.ChangeAfterReset)]
    public void S10_each_outcome_is_read(string control, PolicyOutcome? outcome)
    {
        var reply = LdapPolicyReply.Read(Convert.FromHexString(control));
        reply.Outcome.ShouldBe(outcome);
        reply.InGrace.ShouldBeFalse();
    }

    [Fact]
    public void A_login_of_the_grace_is_told_from_a_warning() =>
        LdapPolicyReply.Read(Convert.FromHexString("3005A003810101")).ShouldBe(new LdapPolicyReply(null, InGrace: true));

    /// <summary>A whole answer to a password-modify, as slapd 2.5 sent it: constraint violation, too short.</summary>
    [Fact]
    public void It_is_found_beside_a_result()
    {
        var message = LdapMessage.Read(Convert.FromHexString(
            "3058020102782D0A01130400042650617373776F7264206661696C73207175616C69747920636865636B696E6720706F6C69"
            + "6379A02430220419312E332E362E312E342E312E34322E322E32372E382E352E3104053003810106"));
        message.Result().ShouldBe(new LdapResult(LdapCode.ConstraintViolation, PolicyOutcome.PasswordTooShort));
    }
}
