namespace ClaveBot.PasswordLinks;

/// <summary>What is committed together once the directory has taken a new clave.</summary>
/// <param name="Link">The link that becomes "used".</param>
/// <param name="Name">The person's name, for the notice.</param>
/// <param name="Mails">Every address the notice goes to.</param>
/// <param name="ChangedAt">When the directory took it.</param>
public sealed record Settlement(LinkKey Link, string Name, IReadOnlyList<string> Mails, DateTimeOffset ChangedAt);
