using System.Net.Sockets;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>
/// One connection to one server, one operation at a time. After an exception it is not usable any more. Referrals are never followed:
/// they would take claves to servers that nobody configured.
/// </summary>
internal sealed class LdapSession : IDisposable
{
    private readonly LdapStream _stream;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private int _lastId;
    private bool _broken;

    private LdapSession(LdapStream stream, LdapServer server, TimeSpan patience, TimeProvider time) =>
        (_stream, Server, _patience, _time) = (stream, server, patience, time);

    public LdapServer Server { get; }

    /// <summary>Who it speaks for; null for nobody.</summary>
    public string? BoundAs { get; private set; }

    /// <summary>Whether another operation may be tried on it.</summary>
    public bool IsUsable => !_broken && _stream.IsQuiet;

    /// <summary>The server hung up, was silent or said what nobody understands.</summary>
    public bool Failed { get; private set; }

    /// <summary>Connects, and secures the connection before anything else is said.</summary>
    public static async Task<LdapSession> OpenAsync(LdapServer server, LdapTrust trust, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await LdapPatience.WithinAsync(patience, time, limit => socket.ConnectAsync(server.Host, server.Port, limit).AsTask(), cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var session = new LdapSession(new LdapStream(socket), server, patience, time);
        try
        {
            await session.SecureAsync(trust, cancellationToken);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A simple bind. An empty clave would be an anonymous bind that "succeeds" (RFC 4513, 5.1.2): it is refused here.</summary>
    public async Task<LdapResult> BindAsync(string dn, Secret clave, CancellationToken cancellationToken)
    {
        if (dn.Length == 0 || clave.IsEmpty)
            return new LdapResult(LdapCode.InvalidCredentials);
        BoundAs = null;
        var result = (await AskAsync(id => LdapRequests.Bind(id, dn, clave), LdapOperation.BindResponse, cancellationToken)).Result();
        BoundAs = result.IsSuccess ? dn : null;
        return result;
    }

    /// <summary>RFC 3062, as whoever is bound.</summary>
    public async Task<LdapResult> SetPasswordAsync(string dn, Secret? old, Secret replacement, CancellationToken cancellationToken) =>
        (await AskAsync(id => LdapRequests.SetPassword(id, dn, old, replacement), LdapOperation.ExtendedResponse, cancellationToken)).Result();

    /// <summary>One attribute gets these values; none removes it.</summary>
    public async Task<LdapResult> ReplaceAsync(string dn, string attribute, IReadOnlyList<string> values, CancellationToken cancellationToken) =>
        (await AskAsync(id => LdapRequests.Replace(id, dn, attribute, values), LdapOperation.ModifyResponse, cancellationToken)).Result();

    /// <summary>What the server finds; at most <paramref name="most"/> entries.</summary>
    /// <exception cref="LdapAnswerException">It finds nothing because something is wrong.</exception>
    public Task<IReadOnlyList<LdapEntry>> SearchAsync(LdapSearch search, int most, CancellationToken cancellationToken) =>
        RunAsync<IReadOnlyList<LdapEntry>>(async limit =>
        {
            var id = ++_lastId;
            await _stream.SendAsync(LdapRequests.Search(id, search, most, _patience), limit);
            var found = new List<LdapEntry>();
            while (true)
            {
                var message = await ReceiveAsync(id, limit);
                switch (message.Operation)
                {
                    case LdapOperation.SearchResultEntry:
                        found.Add(LdapEntry.Read(message));
                        break;
                    case LdapOperation.SearchResultReference:
                        break;
                    case LdapOperation.SearchResultDone when message.Result().Code is LdapCode.Success or LdapCode.SizeLimitExceeded:
                        return found;
                    default:
                        throw new LdapAnswerException(message.Result().Code);
                }
            }
        }, cancellationToken);

    public void Dispose()
    {
        if (_broken && _stream.IsConnected)
            _stream.ForgetUnsent();
        _stream.Dispose();
    }

    private async Task SecureAsync(LdapTrust trust, CancellationToken cancellationToken)
    {
        if (Server.Security == LdapSecurity.None)
            return;
        if (Server.Security == LdapSecurity.StartTls)
        {
            var result = (await AskAsync(LdapRequests.StartTls, LdapOperation.ExtendedResponse, cancellationToken)).Result();
            if (!result.IsSuccess)
                throw new LdapAnswerException(result.Code);
        }

        await RunAsync(async limit =>
        {
            await _stream.SecureAsync(trust.For(Server), limit);
            return true;
        }, cancellationToken);
    }

    private Task<LdapMessage> AskAsync(Func<int, byte[]> request, LdapOperation answer, CancellationToken cancellationToken) => RunAsync(async limit =>
    {
        var id = ++_lastId;
        await _stream.SendAsync(request(id), limit);
        var message = await ReceiveAsync(id, limit);
        return message.Operation == answer ? message : throw new IOException("The answer to something else.");
    }, cancellationToken);

    private async Task<LdapMessage> ReceiveAsync(int id, CancellationToken cancellationToken)
    {
        var message = await _stream.ReceiveAsync(cancellationToken);
        // Id 0 is the server's "notice of disconnection" (RFC 4511, 4.4.1).
        return message.Id == id ? message : throw new IOException("The server is going away.");
    }

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        var done = false;
        try
        {
            var result = await LdapPatience.WithinAsync(_patience, _time, run, cancellationToken);
            done = true;
            return result;
        }
        catch (Exception exception) when (LdapAway.Is(exception) && exception is not LdapAnswerException)
        {
            Failed = true;
            throw;
        }
        finally
        {
            _broken |= !done;
        }
    }
}
