namespace ClaveBot.Accounts;

/// <summary>What became of a change or a reset.</summary>
public abstract record ChangeResult
{
    private ChangeResult() { }

    /// <summary>Written, and afterwards the directory took the new clave and, for a change, refused the old one.</summary>
    public sealed record Changed : ChangeResult;

    /// <summary>The directory does not take this new clave, or none now; nothing was written.</summary>
    public sealed record Refused(PasswordFault Fault) : ChangeResult;

    /// <summary>The current clave or the marker was not right any more; nothing was written.</summary>
    public sealed record Outdated : ChangeResult;

    /// <summary>The directory did not answer, or takes no writes; certainly nothing was written.</summary>
    public sealed record Unavailable : ChangeResult;

    /// <summary>It is not known whether the change was written.</summary>
    public sealed record Unsure : ChangeResult;
}
