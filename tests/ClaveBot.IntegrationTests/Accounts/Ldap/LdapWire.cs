using System.Collections.Concurrent;
using ClaveBot.IntegrationTests.Crash;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>The wire to a slapd, message by message, with what can go wrong on it when a clave is set.</summary>
internal sealed class LdapWire : IAsyncDisposable
{
    /// <summary>The tag of a request to set a clave.</summary>
    public const byte ExtendedRequest = 0x77;

    private readonly TcpProxy _proxy;

    public LdapWire(int upstream) => _proxy = new TcpProxy(upstream, RelayAsync);

    public string Url => $"ldap://127.0.0.1:{_proxy.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The tags of the requests that went by.</summary>
    public ConcurrentQueue<byte> Requests { get; } = new();

    /// <summary>What happens to a request to set a clave.</summary>
    public WireFault Fault { get; set; }

    /// <summary>Instead of the server's answer to it, with this result code and these controls.</summary>
    public (byte Code, byte[] Controls)? Answer { get; set; }

    /// <summary>Runs with the tag of each request before it is passed on, even when the host hangs up meanwhile.</summary>
    public Func<byte, Task>? Asked { get; set; }

    /// <summary>Runs when the server has answered a request to set a clave, before anybody hears of it; or when it never will.</summary>
    public Func<Task>? Written { get; set; }

    public void Cut(bool away) => _proxy.Cut(away);

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private async Task RelayAsync(Stream host, Stream server, CancellationToken cancellationToken)
    {
        while (await ReadAsync(host, cancellationToken) is { } request)
        {
            var tag = TagOf(request);
            Requests.Enqueue(tag);
            await (Asked?.Invoke(tag) ?? Task.CompletedTask);
            var sets = tag == ExtendedRequest;
            if (sets && Fault == WireFault.RequestLost)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            if (sets && Fault == WireFault.CutBefore)
            {
                await (Written?.Invoke() ?? Task.CompletedTask);
                return;
            }

            await server.WriteAsync(request, cancellationToken);
            if (tag == 0x42) // unbind has no answer
                return;
            while (true)
            {
                var answer = await ReadAsync(server, cancellationToken);
                if (answer is null)
                    return;
                if (sets)
                    await (Written?.Invoke() ?? Task.CompletedTask);
                if (sets && Fault == WireFault.AnswerLost)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                if (sets && Fault == WireFault.CutAfterwards)
                    return;
                await host.WriteAsync(sets && Answer is { } instead ? Make(answer, instead.Code, instead.Controls) : answer, cancellationToken);
                if (TagOf(answer) is not (0x64 or 0x73)) // entries and references are followed by more
                    break;
            }
        }
    }

    /// <summary>An answer with the id of another.</summary>
    private static byte[] Make(byte[] like, byte code, byte[] controls)
    {
        var id = like[Body(like)..(Body(like) + 2 + like[Body(like) + 1])];
        byte[] operation = [0x78, 0x07, 0x0A, 0x01, code, 0x04, 0x00, 0x04, 0x00];
        return [0x30, (byte)(id.Length + operation.Length + controls.Length), .. id, .. operation, .. controls];
    }

    private static byte TagOf(byte[] message) => message[Body(message) + 2 + message[Body(message) + 1]];

    private static int Body(byte[] message) => message[1] < 0x80 ? 2 : 2 + message[1] - 0x80;

    private static async Task<byte[]?> ReadAsync(Stream from, CancellationToken cancellationToken)
    {
        var head = new byte[6];
        if (await from.ReadAtLeastAsync(head.AsMemory(0, 2), 2, throwOnEndOfStream: false, cancellationToken) < 2)
            return null;
        var more = head[1] < 0x80 ? 0 : head[1] - 0x80;
        await from.ReadExactlyAsync(head.AsMemory(2, more), cancellationToken);
        var length = more == 0 ? head[1] : head.AsSpan(2, more).ToArray().Aggregate(0, static (sum, b) => (sum << 8) | b);
        var message = new byte[2 + more + length];
        head.AsSpan(0, 2 + more).CopyTo(message);
        await from.ReadExactlyAsync(message.AsMemory(2 + more), cancellationToken);
        return message;
    }
}

internal enum WireFault
{
    None,

    /// <summary>The request never reaches the server, and nobody says so.</summary>
    RequestLost,

    /// <summary>The connection breaks before the request reaches the server.</summary>
    CutBefore,

    /// <summary>The server writes, and its answer never arrives.</summary>
    AnswerLost,

    /// <summary>The server writes, and the connection breaks.</summary>
    CutAfterwards,
}
