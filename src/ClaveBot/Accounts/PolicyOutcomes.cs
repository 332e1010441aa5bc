namespace ClaveBot.Accounts;

/// <summary>What the directory's outcomes mean for a new clave.</summary>
public static class PolicyOutcomes
{
    /// <summary>Why a new clave is not taken; null for the outcomes that are about the current one.</summary>
    public static PasswordFault? Fault(this PolicyOutcome outcome) => outcome switch
    {
        PolicyOutcome.AccountLocked => PasswordFault.Locked,
        PolicyOutcome.PasswordModNotAllowed => PasswordFault.NotAllowed,
        PolicyOutcome.MustSupplyOldPassword => PasswordFault.NeedsCurrent,
        PolicyOutcome.InsufficientPasswordQuality => PasswordFault.Quality,
        PolicyOutcome.PasswordTooShort => PasswordFault.ShortForDirectory,
        PolicyOutcome.PasswordTooYoung => PasswordFault.TooYoung,
        PolicyOutcome.PasswordInHistory => PasswordFault.InHistory,
        PolicyOutcome.PasswordTooLong => PasswordFault.LongForDirectory,
        _ => null,
    };
}
