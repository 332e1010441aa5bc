using System.Net;
using ClaveBot.Settings;

namespace ClaveBot.Web.Http;

/// <summary>
/// Whence a request comes, for the limits alone: the rightmost address of <c>X-Forwarded-For</c> that is no trusted proxy's, when a trusted
/// proxy sent it; whatever stands left of that anybody could have written. Else the address of the connection.
/// </summary>
internal sealed class ClientAddress(ClaveBotSettings settings)
{
    private readonly IReadOnlyList<IPNetwork> _trusted = settings.Proxies.Networks();

    /// <summary>Null when the server does not tell, as over a Unix socket without a proxy's header.</summary>
    public IPAddress? Of(HttpContext context)
    {
        var address = Plain(context.Connection.RemoteIpAddress);
        var hops = string.Join(',', context.Request.Headers["X-Forwarded-For"].ToArray()).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var hop = hops.Length - 1; hop >= 0 && IsTrusted(address) && Read(hops[hop]) is { } before; hop--)
            address = before;
        return address;
    }

    private bool IsTrusted(IPAddress? address) => address is null || _trusted.Any(network => network.Contains(address));

    /// <summary>An address, or one with a port; null for anything else.</summary>
    private static IPAddress? Read(string hop) =>
        IPAddress.TryParse(hop, out var address) ? Plain(address) : IPEndPoint.TryParse(hop, out var end) ? Plain(end.Address) : null;

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
