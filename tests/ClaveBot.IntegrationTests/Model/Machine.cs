namespace ClaveBot.IntegrationTests.Model;

/// <summary>The simple model of one conversation: a few words, a few states, and the state of every answer that is owed.</summary>
internal sealed class Machine
{
    public static readonly string[] Words = ["cambiar", "sí", "atrás", "menú", "ayuda", "olvidé mi clave"];

    private readonly List<string> _owed = [];

    public string State { get; private set; } = "Menu";

    /// <summary>The states of the answers, in order: answer N belongs to turn N.</summary>
    public IReadOnlyList<string> Owed => _owed;

    public void Say(string word)
    {
        State = (State, word) switch
        {
            (_, "cambiar") => "KnowsClave",
            (_, "menú") => "Menu",
            (_, "olvidé mi clave") => "RecoverMail",
            ("KnowsClave", "sí") => "HasMail",
            ("HasMail", "sí") => "LinkSent",
            ("RecoverMail", "sí") => "RecoverSent",
            ("KnowsClave" or "RecoverMail", "atrás") => "Menu",
            ("HasMail", "atrás") => "KnowsClave",
            ("LinkSent", "atrás") => "HasMail",
            ("RecoverSent", "atrás") => "RecoverMail",
            _ => State,
        };
        _owed.Add(State);
    }

    /// <summary>A press on the first button of the newest answer takes the way on; an older one is answered in words.</summary>
    public void Press(bool isFresh)
    {
        State = !isFresh ? State : State switch
        {
            "Menu" => "KnowsClave",
            "KnowsClave" => "HasMail",
            "RecoverMail" => "RecoverSent",
            "HasMail" => "LinkSent",
            _ => State,
        };
        _owed.Add(State);
    }
}
