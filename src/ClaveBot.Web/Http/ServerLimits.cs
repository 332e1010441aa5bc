using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClaveBot.Web.Http;

/// <summary>What the web server takes at most, before anything looks at it.</summary>
internal static class ServerLimits
{
    /// <summary>The largest webhook is a few kilobytes: 4096 characters of text and what surrounds them.</summary>
    private const long BodyBytes = 1024 * 1024;

    /// <summary>Messengers open a few hundred connections; what each costs in memory bounds what all of them may.</summary>
    private const long Connections = 10_000;

    /// <summary>How long requests in progress have to end when the host stops.</summary>
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(15);

    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BodyBytes;
        server.Limits.MaxConcurrentConnections = Connections;
    }

    public static void Apply(HostOptions host) => host.ShutdownTimeout = LastAnswers;
}
