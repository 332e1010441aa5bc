using System.Collections.Concurrent;
using System.Net.Sockets;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>Everything that clients say to a redis-server, by MONITOR. What scripts do inside is left out.</summary>
internal sealed class RedisMonitor : IDisposable
{
    private readonly TcpClient _client;
    private readonly ConcurrentQueue<string> _commands = new();

    private RedisMonitor(TcpClient client) => _client = client;

    /// <summary>Their names, in upper case; with GET its key.</summary>
    public IReadOnlyCollection<string> Commands => _commands;

    public static async Task<RedisMonitor> StartAsync(RedisServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Port);
        var reader = new StreamReader(client.GetStream());
        await client.GetStream().WriteAsync("MONITOR\r\n"u8.ToArray());
        (await reader.ReadLineAsync()).ShouldBe("+OK");
        var monitor = new RedisMonitor(client);
        _ = monitor.ReadAsync(reader);
        return monitor;
    }

    public void Dispose() => _client.Dispose();

    // +1900000000.000000 [0 127.0.0.1:50000] "GET" "key" …
    private async Task ReadAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                if (!line.Contains(" lua] ", StringComparison.Ordinal) && line.Split('"') is [_, var name, _, .. var rest])
                    _commands.Enqueue(name == "GET" ? $"GET {rest[0]}" : name.ToUpperInvariant());
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
