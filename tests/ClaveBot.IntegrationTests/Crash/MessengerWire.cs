using System.Text;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>The wire between one host and a messenger's API, HTTP/1.1: one request after the other on each connection.</summary>
/// <param name="trap">Where to stop.</param>
/// <param name="sent">Told of each send that the messenger accepted or may have accepted: chat, from, until, whether the host heard so.</param>
internal sealed class MessengerWire(Trap trap, Action<string, DateTimeOffset, DateTimeOffset, bool> sent)
{
    public async Task RelayAsync(Stream host, Stream messenger, CancellationToken cut)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cut);
        var request = new Request();
        try
        {
            await Task.WhenAny(PassRequestsAsync(host, messenger, request, over.Token), PassAnswersAsync(messenger, host, request, over.Token));
        }
        finally
        {
            await over.CancelAsync();
            Note(request.Take(), heard: false);
        }
    }

    private async Task PassRequestsAsync(Stream host, Stream messenger, Request request, CancellationToken cut)
    {
        var buffer = new byte[1 << 16];
        while (await host.ReadAsync(buffer, cut) is > 0 and var read)
        {
            var bytes = buffer.AsMemory(0, read);
            var begins = IsSend(bytes.Span);
            if (begins && trap.Catches(Seam.Messenger, "send", after: false))
            {
                trap.Spring();
                return;
            }

            request.Add(bytes.Span, begins);
            await messenger.WriteAsync(bytes, cut);
        }
    }

    private async Task PassAnswersAsync(Stream messenger, Stream host, Request request, CancellationToken cut)
    {
        var buffer = new byte[1 << 16];
        while (await messenger.ReadAsync(buffer, cut) is > 0 and var read)
        {
            var accepted = buffer.AsSpan(0, read).StartsWith("HTTP/1.1 20"u8);
            if (accepted && request.IsOpen && trap.Catches(Seam.Messenger, "send", after: true))
            {
                trap.Spring();
                return;
            }

            // Before the host hears it: the next request may be here right after.
            var answered = buffer.AsSpan(0, read).StartsWith("HTTP/1.1 "u8) ? request.Take() : default;
            var heard = false;
            try
            {
                await host.WriteAsync(buffer.AsMemory(0, read), cut);
                heard = true;
            }
            finally
            {
                if (accepted)
                    Note(answered, heard);
            }
        }
    }

    private void Note((string? Chat, DateTimeOffset From) request, bool heard)
    {
        if (request.Chat is { } chat)
            sent(chat, request.From, TimeProvider.System.GetUtcNow(), heard);
    }

    private static bool IsSend(ReadOnlySpan<byte> request) =>
        request.StartsWith("POST "u8) && (request.IndexOf("/sendMessage"u8) >= 0 || request.IndexOf("/Messages.json"u8) >= 0);

    /// <summary>The send of one connection that has no answer yet.</summary>
    private sealed class Request
    {
        private readonly Lock _gate = new();
        private StringBuilder? _text;
        private DateTimeOffset _from;

        public bool IsOpen
        {
            get
            {
                lock (_gate)
                    return _text is not null;
            }
        }

        public void Add(ReadOnlySpan<byte> bytes, bool begins)
        {
            lock (_gate)
            {
                if (begins)
                    (_text, _from) = (new(), TimeProvider.System.GetUtcNow());
                else if (bytes.StartsWith("POST "u8) || bytes.StartsWith("GET "u8))
                    _text = null;
                _text?.Append(Encoding.UTF8.GetString(bytes));
            }
        }

        /// <summary>Whom it is for, and since when; it is over with this call. Null: there is none.</summary>
        public (string? Chat, DateTimeOffset From) Take()
        {
            lock (_gate)
            {
                var text = _text?.ToString();
                _text = null;
                return (text is null ? null : After(text, "\"chat_id\":", ',') ?? After(text, "To=", '&'), _from);
            }
        }

        private static string? After(string text, string name, char end) => text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at
            ? Uri.UnescapeDataString(text[(at + name.Length)..].Split(end)[0])
            : null;
    }
}
