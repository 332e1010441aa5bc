using System.Net;
using System.Net.Sockets;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>A TCP proxy on loopback, which passes on, looks, and can cut.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _upstream;
    private readonly Func<Stream, Stream, CancellationToken, Task> _relay;
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private CancellationTokenSource _connected = new();
    private bool _stopped;

    /// <param name="upstream">The port behind it.</param>
    /// <param name="relay">Passes on between host and server until either ends.</param>
    public TcpProxy(int upstream, Func<Stream, Stream, CancellationToken, Task> relay)
    {
        (_upstream, _relay) = (upstream, relay);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cut off: every connection ends at once.</summary>
    public bool Away { get; private set; }

    public void Cut(bool away)
    {
        lock (_gate)
        {
            Away = away;
            _connected.Cancel();
            _connected = new();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        Cut(away: true);
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (!_stopped)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => ServeAsync(client));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Closed, or the other side hung up before it was accepted.
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        CancellationToken cut;
        lock (_gate)
            cut = _connected.Token;
        using var server = new TcpClient();
        using (client)
        {
            if (Away)
                return;
            try
            {
                client.NoDelay = server.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _upstream, cut);
                await _relay(client.GetStream(), server.GetStream(), cut);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Either side is gone: so is the connection.
            }
        }
    }
}
