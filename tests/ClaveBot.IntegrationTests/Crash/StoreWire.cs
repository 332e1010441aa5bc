using System.Security.Cryptography;
using System.Text;
using ClaveBot.Redis;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>The wire between one host and Redis: knows the scripts by name, and stops exactly before or after one of them.</summary>
internal sealed class StoreWire(Trap trap, Action<string, string> seen)
{
    private static readonly byte[] Marker = "clavebot-crash-matrix"u8.ToArray();
    private static readonly byte[] Echo = Encoding.ASCII.GetBytes($"*2\r\n$4\r\nECHO\r\n${Marker.Length}\r\n{Encoding.ASCII.GetString(Marker)}\r\n");
    private static readonly Dictionary<string, string> Names = ScriptNames();

    public async Task RelayAsync(Stream host, Stream store, CancellationToken cut)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cut);
        var listening = new Listening();
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
                await store.WriteAsync(buffer.AsMemory(at, command.Length), cut);
                if (caught)
                {
                    await store.WriteAsync(Echo, cut);
                    await listening.Marked.WaitAsync(cut);
                    trap.Spring();
                    return;
                }

                if (script.Length > 0)
                    seen(script, command.Arguments.Count > 3 ? command.Arguments[3] : "");
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
            if (listening.IsMuted)
                listening.Hear(buffer.AsSpan(0, read));
            else
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

    /// <summary>From some moment on, answers are kept from the host.</summary>
    private sealed class Listening
    {
        private readonly TaskCompletionSource _marked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<byte> _heard = [];
        private volatile bool _muted;

        public bool IsMuted => _muted;

        public Task Marked => _marked.Task;

        public void Mute() => _muted = true;

        public void Hear(ReadOnlySpan<byte> bytes)
        {
            _heard.AddRange(bytes);
            if (_heard.ToArray().AsSpan().IndexOf(Marker) >= 0)
                _marked.TrySetResult();
        }
    }
}
