using ClaveBot.Accounts;
using ClaveBot.Accounts.Ldap;
using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Tests.Accounts.Ldap;

public sealed class LdapAnswerTests
{
    /// <summary>Outcomes that Debian's slapd cannot be brought to give, and one that it can.</summary>
    [Theory]
    [InlineData(LdapCode.ConstraintViolation, PolicyOutcome.InsufficientPasswordQuality, PasswordFault.Quality)]
    [InlineData(LdapCode.ConstraintViolation, PolicyOutcome.PasswordInHistory, PasswordFault.InHistory)]
    [InlineData(LdapCode.UnwillingToPerform, PolicyOutcome.MustSupplyOldPassword, PasswordFault.NeedsCurrent)]
    [InlineData(LdapCode.InsufficientAccess, PolicyOutcome.AccountLocked, PasswordFault.Locked)]
    [InlineData(LdapCode.ConstraintViolation, null, PasswordFault.Quality)]
    [InlineData(LdapCode.InsufficientAccess, null, PasswordFault.NotAllowed)]
    internal void S10_a_refusal_says_what_is_wrong(LdapCode code, PolicyOutcome? outcome, PasswordFault fault) =>
        LdapAnswer.To(new LdapResult(code, outcome)).ShouldBe(new LdapAnswer.NotTaken(fault));

    [Theory]
    [InlineData(LdapCode.Referral)]
    [InlineData(LdapCode.UnwillingToPerform)]
    [InlineData(LdapCode.Busy)]
    [InlineData(LdapCode.Unavailable)]
    [InlineData(LdapCode.ConfidentialityRequired)]
    internal void S10_a_server_that_takes_no_writes_has_written_nothing(LdapCode code) =>
        LdapAnswer.To(new LdapResult(code)).ShouldBe(new LdapAnswer.NotWritten(code));

    [Theory]
    [InlineData(1)]
    [InlineData(80)]
    [InlineData(4096)]
    public void S10_what_is_not_understood_is_not_known(int code) =>
        LdapAnswer.To(new LdapResult((LdapCode)code)).ShouldBe(new LdapAnswer.Unknown());
}
