using ClaveBot.Channels;

namespace ClaveBot.Audit;

/// <summary>One thing that must be on record.</summary>
/// <param name="Id">Its own: however often it is handed over, one line is written. Not part of the line.</param>
/// <param name="At">When it happened.</param>
/// <param name="Act">What.</param>
/// <param name="Outcome">A word for how it ended, never anything that somebody typed.</param>
/// <param name="Channel">Where it was asked for; null: by an operator, or nobody knows any more.</param>
/// <param name="Person">The audit's name for the person (<see cref="AuditKeys.NameOf"/>); null when it concerns nobody, or the salt is gone.</param>
public sealed record AuditEntry(string Id, DateTimeOffset At, AuditAct Act, string Outcome, Channel? Channel = null, string? Person = null)
{
    /// <summary>A record prints its properties; this one must not.</summary>
    public override string ToString() => "(audit)";
}

/// <summary>What is on record. The lower-case names are written; never rename one.</summary>
public enum AuditAct
{
    /// <summary>A clave was changed or recovered.</summary>
    Change,

    /// <summary>A proof or a new clave was refused.</summary>
    Refusal,

    Freeze,
    Unfreeze,

    /// <summary>What was kept of a chat was erased, on request or after its retention.</summary>
    Erasure,

    /// <summary>Before this line the head of the chain had been altered by somebody without the key.</summary>
    Tampering,
}
