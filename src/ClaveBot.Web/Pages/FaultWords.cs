using ClaveBot.Accounts;
using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

internal static class FaultWords
{
    /// <summary>Why a new clave is not taken, and what to do. {0} and {1} are the shortest and the longest length.</summary>
    public static PageText Of(PasswordFault fault) => fault switch
    {
        PasswordFault.Empty => PageText.NewEmpty,
        PasswordFault.TooShort => PageText.FaultTooShort,
        PasswordFault.TooLong => PageText.FaultTooLong,
        PasswordFault.NotStable => PageText.FaultNotStable,
        PasswordFault.Same => PageText.FaultSame,
        PasswordFault.Common => PageText.FaultCommon,
        PasswordFault.Personal => PageText.FaultPersonal,
        PasswordFault.Breached => PageText.FaultBreached,
        PasswordFault.Context => PageText.FaultContext,
        PasswordFault.InHistory => PageText.FaultInHistory,
        PasswordFault.TooYoung => PageText.FaultTooYoung,
        PasswordFault.Quality => PageText.FaultQuality,
        PasswordFault.ShortForDirectory => PageText.FaultShortForDirectory,
        PasswordFault.LongForDirectory => PageText.FaultLongForDirectory,
        PasswordFault.NotAllowed => PageText.FaultNotAllowed,
        PasswordFault.NeedsCurrent => PageText.FaultNeedsCurrent,
        PasswordFault.Locked => PageText.FaultLocked,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without words."),
    };

    /// <summary>What a directory's outcome is called on the page.</summary>
    public static PageText Of(PolicyOutcome outcome) => outcome switch
    {
        PolicyOutcome.PasswordExpired => PageText.ReasonExpired,
        PolicyOutcome.ChangeAfterReset => PageText.ReasonReset,
        _ => Of(outcome.Fault() ?? throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without words.")),
    };
}
