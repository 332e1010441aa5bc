namespace ClaveBot.MessageCheck;

/// <summary>Something in a pasted message that speaks for or against it; each has words of its own for the person.</summary>
public enum Sign
{
    /// <summary>A link to one of the institute's own hosts.</summary>
    OfficialLink,

    /// <summary>A host that is made to be taken for the institute's.</summary>
    LookalikeHost,

    /// <summary>What stands before an @ in a link is not where it leads.</summary>
    HiddenHost,

    /// <summary>Letters of other alphabets, or signs that cannot be seen, so that one address looks like another.</summary>
    DeceptiveLetters,

    /// <summary>A number in place of a name, or a scheme that no web page has.</summary>
    OddAddress,

    /// <summary>A shortened link, a form or a page that anybody can make without a name of their own.</summary>
    AnonymousHost,

    /// <summary>A link to a file or program, or the wish that something be installed or scanned.</summary>
    Download,

    /// <summary>An e-mail address or a number that is not the institute's, to be answered to.</summary>
    ForeignContact,

    /// <summary>Asks for a clave, a code, a cédula or bank data.</summary>
    AsksForSecret,

    /// <summary>Asks for money, or promises some.</summary>
    Money,

    /// <summary>Threatens and hurries.</summary>
    Pressure,

    /// <summary>A link to some other site: nothing is known of it.</summary>
    OtherLink,

    /// <summary>The institute's host, but not over https or not at the usual port.</summary>
    Unprotected,

    /// <summary>Says that something will be blocked or lost, as the institute's own notices do.</summary>
    Threat,

    /// <summary>Hurries.</summary>
    Hurry,
}

/// <summary>What is known of each <see cref="Sign"/>.</summary>
public static class SignKinds
{
    /// <summary>One of these is enough to warn.</summary>
    public static bool IsBad(this Sign sign) => sign is not (Sign.OfficialLink or Sign.OtherLink or Sign.Unprotected or Sign.Threat or Sign.Hurry);
}
