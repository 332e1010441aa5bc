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
}
