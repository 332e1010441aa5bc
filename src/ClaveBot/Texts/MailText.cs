namespace ClaveBot.Texts;

/// <summary>What the notices by mail say.</summary>
public enum MailText
{
    /// <summary>{0} is the person's name.</summary>
    Greeting,

    ClaveChangedSubject,

    /// <summary>{0} is when, in the people's time zone.</summary>
    ClaveChanged,

    ClaveChangedByYou,
    ClaveChangedByAnother,
    AccountFrozenSubject,
    /// <summary>{0} is when, in the people's time zone.</summary>
    AccountFrozen,
    AccountFrozenWhere,
    CodeSubject,

    /// <summary>{0} is the code.</summary>
    Code,

    /// <summary>{0} is until when, in the people's time zone.</summary>
    CodeUntil,

    CodeTellNobody,
    CodeNotYou,
    Farewell,
}
