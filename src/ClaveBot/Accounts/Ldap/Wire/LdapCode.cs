namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>The result codes that mean something here (RFC 4511, appendix A); others keep their number.</summary>
internal enum LdapCode
{
    Success = 0,
    TimeLimitExceeded = 3,
    SizeLimitExceeded = 4,
    StrongerAuthRequired = 8,
    Referral = 10,
    AdminLimitExceeded = 11,
    UnavailableCriticalExtension = 12,
    ConfidentialityRequired = 13,
    ConstraintViolation = 19,
    NoSuchObject = 32,
    InvalidCredentials = 49,
    InsufficientAccess = 50,
    Busy = 51,
    Unavailable = 52,
    UnwillingToPerform = 53,
}
