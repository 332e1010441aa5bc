namespace ClaveBot.Accounts;

/// <summary>Why a new clave is not taken; each has words of its own on the page.</summary>
public enum PasswordFault
{
    Empty,
    TooShort,
    TooLong,

    /// <summary>NFKC normalisation would alter it, so another device might type it differently.</summary>
    NotStable,

    /// <summary>The same as the current one.</summary>
    Same,

    /// <summary>Guessed early by anybody: common, repeated or in sequence.</summary>
    Common,

    /// <summary>Made of the person's own data: name, cédula, e-mail.</summary>
    Personal,

    /// <summary>In a list of claves known from breaches.</summary>
    Breached,

    /// <summary>Made of words of this service: its name, its errand, its address.</summary>
    Context,

    /// <summary>The directory: used before.</summary>
    InHistory,

    /// <summary>The directory: the current one is too new to be changed again.</summary>
    TooYoung,

    /// <summary>The directory: not good enough for a rule of its own that it does not tell.</summary>
    Quality,

    /// <summary>The directory takes longer ones only than <see cref="PasswordLimits"/> said.</summary>
    ShortForDirectory,

    /// <summary>The directory takes shorter ones only than <see cref="PasswordLimits"/> said.</summary>
    LongForDirectory,

    /// <summary>The directory: this person may not change the clave.</summary>
    NotAllowed,

    /// <summary>The directory wants the current clave for it, and none was given: recovery is not possible.</summary>
    NeedsCurrent,

    /// <summary>The account was locked or frozen meanwhile.</summary>
    Locked,
}
