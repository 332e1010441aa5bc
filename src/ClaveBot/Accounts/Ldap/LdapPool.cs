using System.Collections.Concurrent;
using ClaveBot.Accounts.Ldap.Wire;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts.Ldap;

/// <summary>
/// Connections that are used again. The first server of the setting that answers is used; one that did not is left alone for a
/// while. Each operation has a connection for itself.
/// </summary>
internal sealed class LdapPool(IReadOnlyList<LdapServer> servers, LdapTrust trust, TimeSpan patience, TimeProvider time, ILogger log) : IDisposable
{
    private const int MostAtOnce = 32;
    private const int MostIdle = 8;
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(30);

    /// <summary>Balancers and firewalls drop what is idle for a minute or more, and tell nobody.</summary>
    private static readonly TimeSpan KeptIdle = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private readonly ConcurrentQueue<(LdapSession Session, long Since)> _idle = new();
    private readonly ConcurrentDictionary<LdapServer, long> _awaySince = new();

    /// <summary>A connection for one caller; disposing of it gives it back.</summary>
    /// <exception cref="Exception">As <see cref="LdapAway.Is"/>: no server answers.</exception>
    public async Task<LdapLease> RentAsync(CancellationToken cancellationToken)
    {
        await LdapPatience.WithinAsync(patience, time, _places.WaitAsync, cancellationToken);
        try
        {
            while (_idle.TryDequeue(out var idle))
            {
                if (idle.Session.IsUsable && time.GetElapsedTime(idle.Since) < KeptIdle && IsFirstChoice(idle.Session.Server))
                    return new LdapLease(idle.Session, GiveBack);
                idle.Session.Dispose();
            }

            return new LdapLease(await OpenAsync(cancellationToken), GiveBack);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryDequeue(out var idle))
            idle.Session.Dispose();
        _places.Dispose();
    }

    private void GiveBack(LdapSession session)
    {
        // A server that fails costs its time-out once, then the next one is asked first.
        if (session.Failed)
            _awaySince[session.Server] = time.GetTimestamp();
        if (session.IsUsable && _idle.Count < MostIdle)
            _idle.Enqueue((session, time.GetTimestamp()));
        else
            session.Dispose();
        _places.Release();
    }

    private async Task<LdapSession> OpenAsync(CancellationToken cancellationToken)
    {
        var inOrder = servers.OrderBy(IsLeftAlone).ToArray();
        for (var i = 0; ; i++)
        {
            var server = inOrder[i];
            try
            {
                var session = await LdapSession.OpenAsync(server, trust, patience, time, cancellationToken);
                if (inOrder.Length > 1)
                    await EnsureAnswersAsync(session, cancellationToken);
                _awaySince.TryRemove(server, out _);
                return session;
            }
            catch (Exception exception) when (LdapAway.Is(exception))
            {
                _awaySince[server] = time.GetTimestamp();
                LdapLog.ServerAway(log, server.ToString(), LdapAway.Describe(exception));
                if (i == inOrder.Length - 1)
                    throw;
            }
        }
    }

    /// <summary>Where there is another server to turn to, a connection that is taken and then not served must not be mistaken for a server.</summary>
    private static async Task EnsureAnswersAsync(LdapSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.SearchAsync(LdapSearch.Root("1.1"), most: 1, cancellationToken);
        }
        catch (LdapAnswerException)
        {
            // It may keep its root to itself; it answers.
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>When the primary is back, nobody stays with its replica.</summary>
    private bool IsFirstChoice(LdapServer server) => servers.TakeWhile(other => other != server).All(IsLeftAlone);

    private bool IsLeftAlone(LdapServer server) => _awaySince.TryGetValue(server, out var since) && time.GetElapsedTime(since) < LeftAlone;
}
