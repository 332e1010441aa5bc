using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Accounts.Ldap;

/// <summary>What the directory's answer to a password-modify says about what was written.</summary>
internal abstract record LdapAnswer
{
    private LdapAnswer() { }

    /// <summary>It says that it wrote.</summary>
    public sealed record Written : LdapAnswer;

    /// <summary>It did not take this clave; nothing was written.</summary>
    public sealed record NotTaken(PasswordFault Fault) : LdapAnswer;

    /// <summary>It takes no writes now; nothing was written.</summary>
    public sealed record NotWritten(LdapCode Code) : LdapAnswer;

    /// <summary>No answer, or one that does not say.</summary>
    public sealed record Unknown : LdapAnswer;

    /// <summary>The policy's outcome where there is one, else the code (RFC 4511, appendix A.2).</summary>
    public static LdapAnswer To(LdapResult result) => result switch
    {
        { IsSuccess: true } => new Written(),
        { Outcome: { } outcome } when outcome.Fault() is { } fault => new NotTaken(fault),
        { Code: LdapCode.ConstraintViolation } => new NotTaken(PasswordFault.Quality),
        { Code: LdapCode.InsufficientAccess } => new NotTaken(PasswordFault.NotAllowed),
        {
            Code: LdapCode.Referral or LdapCode.UnwillingToPerform or LdapCode.Busy or LdapCode.Unavailable or LdapCode.StrongerAuthRequired
                or LdapCode.ConfidentialityRequired or LdapCode.AdminLimitExceeded or LdapCode.UnavailableCriticalExtension
        } => new NotWritten(result.Code),
        _ => new Unknown(),
    };
}
