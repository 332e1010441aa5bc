using System.Net;

namespace ClaveBot.Limits;

/// <summary>What a page's request says about who sent it, beside the link.</summary>
/// <param name="Address">Whence, behind trusted proxies; null when the server does not tell.</param>
/// <param name="Memory">The browser's long-lived cookie, as received; see <see cref="BrowserMemory"/>.</param>
public sealed record Visitor(IPAddress? Address, string? Memory)
{
    /// <summary>Somebody of whom nothing is known.</summary>
    public static Visitor Unknown { get; } = new(null, null);

    /// <summary>An address is not for logs.</summary>
    public override string ToString() => "(visitor)";
}
