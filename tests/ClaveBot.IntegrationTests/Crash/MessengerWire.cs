namespace ClaveBot.IntegrationTests.Crash;

/// <summary>The wire between one host and a messenger's API, HTTP/1.1: one request after the other on each connection.</summary>
internal sealed class MessengerWire(Trap trap)
{
    public async Task RelayAsync(Stream host, Stream messenger, CancellationToken cut)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cut);
        var sending = new StrongBox();
        await Task.WhenAny(PassRequestsAsync(host, messenger, sending, over.Token), PassAnswersAsync(messenger, host, sending, over.Token));
        await over.CancelAsync();
    }

    private async Task PassRequestsAsync(Stream host, Stream messenger, StrongBox sending, CancellationToken cut)
    {
        var buffer = new byte[1 << 16];
        while (await host.ReadAsync(buffer, cut) is > 0 and var read)
        {
            var bytes = buffer.AsMemory(0, read);
            if (IsSend(bytes.Span))
            {
                sending.Value = true;
                if (trap.Catches(Seam.Messenger, "send", after: false))
                {
                    trap.Spring();
                    return;
                }
            }

            await messenger.WriteAsync(bytes, cut);
        }
    }

    private async Task PassAnswersAsync(Stream messenger, Stream host, StrongBox sending, CancellationToken cut)
    {
        var buffer = new byte[1 << 16];
        while (await messenger.ReadAsync(buffer, cut) is > 0 and var read)
        {
            if (sending.Value && buffer.AsSpan(0, read).StartsWith("HTTP/1.1 20"u8))
            {
                sending.Value = false;
                if (trap.Catches(Seam.Messenger, "send", after: true))
                {
                    trap.Spring();
                    return;
                }
            }

            await host.WriteAsync(buffer.AsMemory(0, read), cut);
        }
    }

    private static bool IsSend(ReadOnlySpan<byte> request) =>
        request.StartsWith("POST "u8) && (request.IndexOf("/sendMessage"u8) >= 0 || request.IndexOf("/Messages.json"u8) >= 0);

    private sealed class StrongBox
    {
        public volatile bool Value;
    }
}
