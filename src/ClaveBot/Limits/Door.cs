namespace ClaveBot.Limits;

/// <summary>
/// Something that strangers may try, and how often. Whoever has proven a cédula before, from this chat or browser, has a budget of their
/// own that no stranger can use up; everybody else shares those of the address, the chat and the cédula, known or not.
/// </summary>
public sealed record Door
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private Door() { }

    /// <summary>
    /// Step 4, a pair of cédula and clave that turns out wrong. Below the 100 failures in a row that NIST SP 800-63B-4 (3.2.2) allows an
    /// account, and an address generous enough for a village behind one carrier's address.
    /// </summary>
    public static Door Proof { get; } = new()
    {
        Owner = [new("proof-owner", 10, Hour)],
        Strangers = [new("proof-person", 10, Hour), new("proof-person-day", 50, Day)],
        Chat = [new("proof-chat", 20, Hour)],
        Address = [new("proof-address", 100, Hour)],
    };

    /// <summary>Recovery: a code that is mailed to whoever the cédula names, if anybody.</summary>
    public static Door Code { get; } = new()
    {
        Owner = [new("code-owner", 5, Hour)],
        Strangers = [new("code-person", 3, Hour), new("code-person-day", 10, Day)],
        Chat = [new("code-chat", 5, Hour)],
        Address = [new("code-address", 50, Hour)],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Door> All { get; } = [Proof, Code];

    /// <summary>Of one cédula, by one chat or browser that proved it before.</summary>
    public required IReadOnlyList<Limit> Owner { get; init; }

    /// <summary>Of one cédula, by all others together.</summary>
    public required IReadOnlyList<Limit> Strangers { get; init; }

    public required IReadOnlyList<Limit> Chat { get; init; }

    /// <summary>Of one IPv4 address, or one /64 of IPv6.</summary>
    public required IReadOnlyList<Limit> Address { get; init; }
}
