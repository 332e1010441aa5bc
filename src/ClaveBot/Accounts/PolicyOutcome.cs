namespace ClaveBot.Accounts;

/// <summary>
/// The ten outcomes of a directory's password policy (draft-behera-ldap-password-policy-11, 6.2, "error"); the numbers are the draft's.
/// </summary>
public enum PolicyOutcome
{
    PasswordExpired = 0,
    AccountLocked = 1,
    ChangeAfterReset = 2,
    PasswordModNotAllowed = 3,
    MustSupplyOldPassword = 4,
    InsufficientPasswordQuality = 5,
    PasswordTooShort = 6,
    PasswordTooYoung = 7,
    PasswordInHistory = 8,
    PasswordTooLong = 9,
}
