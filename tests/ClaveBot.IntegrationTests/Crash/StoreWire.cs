using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Redis;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>The wire between one host and Redis: knows the scripts by name, and stops exactly before or after one of them.</summary>
/// <param name="trap">Where to stop.</param>
/// <param name="marked">Told the lane of each item that Redis says it has marked as sent, whether the host hears it or not.</param>
internal sealed class StoreWire(Trap trap, Action<string> marked)
{
    private static readonly byte[] Marker = "clavebot-crash-matrix"u8.ToArray();
    private static readonly byte[] Echo = Encoding.ASCII.GetBytes($"*2\r\n$4\r\nECHO\r\n${Marker.Length}\r\n{Encoding.ASCII.GetString(Marker)}\r\n");
    private static readonly Dictionary<string, string> Names = ScriptNames();

    public async Task RelayAsync(Stream host, Stream store, CancellationToken cut)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cut);
        var listening = new Listening(marked);
        var answers = PassAnswersAsync(store, host, listening, over.Token);
        await Task.WhenAny(PassCommandsAsync(host, store, listening, over.Token), answers);
        await over.CancelAsync();
    }

    private async Task PassCommandsAsync(Stream host, Stream store, Listening listening, CancellationToken cut)
    {
        var buffer = new byte[1 << 20];
        var filled = 0;
        while (await host.ReadAsync(buffer.AsMemory(filled), cut) is > 0 and var read)
        {
            filled += read;
            var at = 0;
            while (at < filled && RespCommand.Read(buffer.AsSpan(at, filled - at)) is { } command)
            {
                var script = NameOf(command);
                if (trap.Catches(Seam.Store, script, after: false))
                {
                    trap.Spring();
                    return;
                }

                // Redis answers in order: once it says this, it has run the script, and the host has not heard of it.
                var caught = trap.Catches(Seam.Store, script, after: true);
                if (caught)
                    listening.Mute();
                listening.Expect(script == "sent" ? command.Arguments[3] : "");
                await store.WriteAsync(buffer.AsMemory(at, command.Length), cut);
                if (caught)
                {
                    await store.WriteAsync(Echo, cut);
                    await listening.Marked.WaitAsync(cut);
                    trap.Spring();
                    return;
                }

                at += command.Length;
            }

            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            filled -= at;
        }
    }

    private static async Task PassAnswersAsync(Stream store, Stream host, Listening listening, CancellationToken cut)
    {
        var buffer = new byte[1 << 16];
        while (await store.ReadAsync(buffer, cut) is > 0 and var read)
        {
            if (listening.Hear(buffer.AsSpan(0, read)))
                await host.WriteAsync(buffer.AsMemory(0, read), cut);
        }
    }

    private static string NameOf(RespCommand command) => command.Arguments switch
    {
        ["EVALSHA" or "EVAL", var script, ..] => Names.GetValueOrDefault(script, ""),
        _ => "",
    };

    private static Dictionary<string, string> ScriptNames()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var assembly = typeof(ConversationStore).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".lua", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var text = reader.ReadToEnd();
            names[text] = names[Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)))] = Path.GetFileNameWithoutExtension(resource);
        }

        return names;
    }

    /// <summary>What Redis answers on one connection, in the order of the commands.</summary>
    private sealed class Listening(Action<string> marked)
    {
        private readonly TaskCompletionSource _marked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<string> _expected = new();
        private readonly List<byte> _heard = [];
        private volatile bool _muted;

        public Task Marked => _marked.Task;

        /// <summary>From now on answers are kept from the host.</summary>
        public void Mute() => _muted = true;

        /// <summary>A command is passed on; <paramref name="lane"/>: whose item it marks.</summary>
        public void Expect(string lane) => _expected.Enqueue(lane);

        /// <summary>Whether the host may hear it too.</summary>
        public bool Hear(ReadOnlySpan<byte> bytes)
        {
            _heard.AddRange(bytes);
            var heard = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_heard);
            var at = 0;
            while (at < heard.Length && RespReply.Length(heard[at..]) is > 0 and var length)
            {
                Understand(heard.Slice(at, length));
                at += length;
            }

            _heard.RemoveRange(0, at);
            return !_muted;
        }

        private void Understand(ReadOnlySpan<byte> reply)
        {
            if (RespReply.IsPush(reply))
                return;
            if (reply.IndexOf(Marker) >= 0)
                _marked.TrySetResult();
            else if (_expected.TryDequeue(out var lane) && lane.Length > 0 && IsArrayOfOne(reply))
                marked(lane);
        }

        // sent.lua: 1 first, when the lease was still theirs.
        private static bool IsArrayOfOne(ReadOnlySpan<byte> reply) => reply[0] == (byte)'*' && reply[reply.IndexOf("\r\n"u8)..].StartsWith("\r\n:1\r\n"u8);
    }
}
