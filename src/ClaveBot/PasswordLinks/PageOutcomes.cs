namespace ClaveBot.PasswordLinks;

/// <summary>What a browser that opens a link may see. Looking changes nothing.</summary>
public abstract record PageView
{
    private PageView() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Used, expired, replaced or never issued: a stranger cannot tell which.</summary>
    public sealed record Gone : PageView;

    /// <summary>Portal mode: the checklist, without any field.</summary>
    public sealed record Guide(DateTimeOffset Deadline) : PageView;

    /// <summary>Step 4: cédula and current clave.</summary>
    /// <param name="Deadline">Until when.</param>
    /// <param name="CanGrow">Whether "Necesito más tiempo" would move it.</param>
    public sealed record Prove(DateTimeOffset Deadline, bool CanGrow) : PageView;

    /// <summary>Recovery: the cédula.</summary>
    /// <param name="Deadline">Until when.</param>
    /// <param name="CanGrow">Whether "Necesito más tiempo" would move it.</param>
    /// <param name="WasAsked">A code was asked for already, by a browser that is not known to be this one.</param>
    public sealed record Recover(DateTimeOffset Deadline, bool CanGrow, bool WasAsked) : PageView;

    /// <summary>Recovery: the code that was mailed, if anybody has the cédula, and the new clave.</summary>
    /// <param name="Deadline">The code's, and the link's.</param>
    /// <param name="Cedula">As this browser named it.</param>
    public sealed record Code(DateTimeOffset Deadline, string Cedula) : PageView;

    /// <summary>Claimed, but not by this request's cookie: the neutral page with "Continuar" and "pedir otro enlace".</summary>
    public sealed record Elsewhere : PageView;

    /// <summary>Step 5: the new clave. Only the browser that claimed sees it.</summary>
    /// <param name="Deadline">Until when.</param>
    /// <param name="Cedula">For the read-only user name field that password managers need.</param>
    /// <param name="Reason">Why the clave must be changed now; null when it need not.</param>
    /// <param name="CanGrow">Whether "Necesito más tiempo" would move the deadline.</param>
    public sealed record Choose(DateTimeOffset Deadline, string Cedula, Accounts.PolicyOutcome? Reason, bool CanGrow) : PageView;

    /// <summary>A change is under way in the directory, or it is not known how it ended.</summary>
    public sealed record Unsure : PageView;

    /// <summary>Changed, seen from the browser that did it.</summary>
    public sealed record Changed : PageView;

    /// <summary>The directory or the store did not answer; nothing was lost.</summary>
    public sealed record Unavailable : PageView;
}

/// <summary>What step 4 led to.</summary>
public abstract record ProveOutcome
{
    private ProveOutcome() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>This browser has the link now.</summary>
    /// <param name="Session">The value of its cookie: the proven clave, sealed under a key that only the link's entry holds.</param>
    /// <param name="Memory">The value of its long-lived cookie: in this browser the cédula was proven.</param>
    public sealed record Claimed(string Session, string Memory) : ProveOutcome;

    /// <summary>No such pair of cédula and clave, or too many tries. The link stays good.</summary>
    public sealed record Refused : ProveOutcome;

    /// <summary>Another browser was first.</summary>
    public sealed record Elsewhere : ProveOutcome;

    public sealed record Gone : ProveOutcome;

    public sealed record Unavailable : ProveOutcome;
}

/// <summary>What step 5 led to.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <param name="Session">The cookie's new value; it holds no clave any more.</param>
    public sealed record Changed(string Session) : ChangeOutcome;

    /// <summary>The new clave is not taken; the link stays claimed, and step 5 can be tried again.</summary>
    public sealed record Refused(Accounts.PasswordFault Fault) : ChangeOutcome;

    /// <summary>The cookie is not the one that claimed the link.</summary>
    public sealed record Elsewhere : ChangeOutcome;

    public sealed record Gone : ChangeOutcome;

    public sealed record Unavailable : ChangeOutcome;

    public sealed record Unsure : ChangeOutcome;
}
