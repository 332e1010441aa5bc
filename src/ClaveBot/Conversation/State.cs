namespace ClaveBot.Conversation;

/// <summary>Where a conversation stands: one state, one step class of the same name. The names are stored: never rename one.</summary>
public enum State
{
    /// <summary>Not a place: what can be said in every state is declared here once.</summary>
    Anywhere,

    Menu,
    Forgot,
    Erase,

    // Asides: from these the way back leads to where the person was.
    More,
    ChooseLanguage,
    WithPerson,
    Remind,
    Reminded,
    Rate,
    Remark,
    Privacy,
    CheckMessage,

    // Operator mode: steps 1 to 3 in the chat, 4 and 5 on the page, 6 the notice.
    KnowsClave,
    HasMail,
    NoMail,
    LinkSent,
    LinkExpired,
    Changed,

    // Operator mode: the clave changed elsewhere, and the chat may have the account frozen.
    Alerted,
    NotMe,
    Freezing,
    Frozen,

    // Operator mode: the clave is forgotten.
    RecoverMail,
    RecoverSent,
    RecoverExpired,

    // Portal mode: the six steps of the official site, one message each.
    OpenSite,
    OpenServices,
    OpenChange,
    TypeCurrent,
    TypeNew,
    CheckMail,
    Finished,

    // Portal mode: what went wrong at each of them.
    OpenSiteTrouble,
    OpenServicesTrouble,
    OpenChangeTrouble,
    TypeCurrentTrouble,
    TypeNewTrouble,
    CheckMailTrouble,
}
