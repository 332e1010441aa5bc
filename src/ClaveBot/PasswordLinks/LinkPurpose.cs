namespace ClaveBot.PasswordLinks;

/// <summary>What a link is for. The names are stored.</summary>
public enum LinkPurpose
{
    /// <summary>Operator mode: steps 4 and 5 of changing the clave.</summary>
    Change,

    /// <summary>Portal mode: the checklist page, which asks for nothing.</summary>
    Guide,

    /// <summary>Operator mode: a new clave for whoever forgot it, against a code that is mailed.</summary>
    Recover,
}
