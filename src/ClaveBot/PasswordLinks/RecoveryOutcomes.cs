namespace ClaveBot.PasswordLinks;

/// <summary>What naming a cédula led to; the same for everybody's.</summary>
public abstract record AskOutcome
{
    private AskOutcome() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>If somebody has this cédula and an e-mail, a code is on its way there.</summary>
    /// <param name="Session">The value of this browser's cookie.</param>
    public sealed record Asked(string Session) : AskOutcome;

    /// <summary>This link has given as many codes as it may.</summary>
    public sealed record Enough : AskOutcome;

    /// <summary>Another page is the right one.</summary>
    public sealed record Other(PageView View) : AskOutcome;
}

/// <summary>What code and new clave led to.</summary>
public abstract record RecoverOutcome
{
    private RecoverOutcome() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Not the code that was mailed, if any was.</summary>
    public sealed record WrongCode : RecoverOutcome;

    /// <summary>As with a change.</summary>
    public sealed record Came(ChangeOutcome To) : RecoverOutcome;
}
