using ClaveBot.Accounts;

namespace ClaveBot.PasswordLinks;

/// <summary>What is committed together once the directory has taken a new clave, whichever way it came.</summary>
/// <param name="Link">The link that becomes "used".</param>
/// <param name="Person">Whose clave changed: every address on file gets a notice, and every chat that must hear of it.</param>
/// <param name="ChangedAt">When the directory took it.</param>
public sealed record Settlement(LinkKey Link, Person Person, DateTimeOffset ChangedAt)
{
    /// <summary>Until when the new clave works, as the directory says; null when it never expires or nobody knows.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(settlement)";
}
