using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClaveBot.Web.Http;

/// <summary>What the web server takes at most, before anything looks at it.</summary>
internal static class ServerLimits
{
    /// <summary>The largest webhook is a few kilobytes: 4096 characters of text and what surrounds them.</summary>
    private const long BodyBytes = 1024 * 1024;

    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BodyBytes;
    }
}
