using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>A connection as a stream of messages: whole ones out, whole ones in.</summary>
internal sealed class LdapStream(Socket socket) : IDisposable
{
    /// <summary>A person's entry has a few hundred bytes.</summary>
    private const int Largest = 1 << 20;

    private Stream _stream = new NetworkStream(socket, ownsSocket: true);

    /// <summary>Idle and open: a server that hung up, or says something unasked, has left something to read.</summary>
    public bool IsQuiet => socket.Connected && !socket.Poll(0, SelectMode.SelectRead);

    public bool IsConnected => socket.Connected;

    public async Task SecureAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        var secured = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = secured;
        await secured.AuthenticateAsClientAsync(options, cancellationToken);
    }

    /// <summary>Sends one message and clears it: it may hold a clave.</summary>
    public async Task SendAsync(byte[] message, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(message, cancellationToken);
            await _stream.FlushAsync(cancellationToken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
        }
    }

    /// <exception cref="IOException">The server hung up, or what it sends is no message.</exception>
    public async Task<LdapMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        var head = new byte[6];
        await _stream.ReadExactlyAsync(head.AsMemory(0, 2), cancellationToken);
        var more = head[1] < 0x80 ? 0 : head[1] - 0x80;
        if (head[0] != 0x30 || more > 4 || head[1] == 0x80)
            throw new IOException("Not a message.");
        await _stream.ReadExactlyAsync(head.AsMemory(2, more), cancellationToken);
        long length = more == 0 ? head[1] : 0;
        for (var i = 0; i < more; i++)
            length = (length << 8) | head[2 + i];
        if (length > Largest)
            throw new IOException("A message larger than any that was asked for.");
        var message = new byte[2 + more + length];
        head.AsSpan(0, 2 + more).CopyTo(message);
        await _stream.ReadExactlyAsync(message.AsMemory(2 + more), cancellationToken);
        return LdapMessage.Read(message);
    }

    /// <summary>
    /// From a connection that is closed in order, the machine goes on delivering for minutes what was sent and never acknowledged: a change that was given up
    /// must not arrive after all.
    /// </summary>
    public void ForgetUnsent() => socket.LingerState = new LingerOption(enable: true, seconds: 0);

    public void Dispose() => _stream.Dispose();
}
