namespace ClaveBot.Channels;

/// <summary>
/// An HTTP client that tells nobody what it asks: without logging and without tracing, since Telegram's token is part of the path.
/// It follows no redirect, so credentials stay with the server they were meant for, and it repeats nothing.
/// </summary>
/// <param name="timeout">For one request with its answer.</param>
public sealed class ChannelHttp(TimeSpan timeout) : IDisposable
{
    private const int MaxAnswer = 4 * 1024 * 1024;

    /// <summary>How long one send may take; shorter than the lease of whoever sends.</summary>
    public static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Lives as long as this object.</summary>
    public HttpClient Client { get; } = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Null takes the tracing handler out of the chain: its spans would carry the path.
            ActivityHeadersPropagator = null,
        },
        disposeHandler: true)
    { Timeout = timeout, MaxResponseContentBufferSize = MaxAnswer };

    /// <summary>Whether a request that failed so surely was not read by the other side.</summary>
    internal static bool NeverLeft(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    public void Dispose() => Client.Dispose();
}
