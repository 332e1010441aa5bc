using System.Globalization;
using StackExchange.Redis;

namespace ClaveBot.Benchmarks;

/// <summary>A redis-server of our own that keeps nothing on disk.</summary>
internal sealed class RedisProcess(MeasuredProcess process, int port, ConnectionMultiplexer connection) : IAsyncDisposable
{
    public int Port => port;

    public TimeSpan Cpu => process.Cpu;

    public static async Task<RedisProcess> StartAsync()
    {
        var port = Ports.Free();
        var text = port.ToString(CultureInfo.InvariantCulture);
        var process = MeasuredProcess.Start("redis-server", ["--port", text, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
        // Tries for five seconds.
        var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},connectRetry=20,connectTimeout=250,allowAdmin=true");
        return new(process, port, connection);
    }

    /// <summary>Bytes of what is stored, and all bytes that the server holds.</summary>
    public async Task<(long Dataset, long All)> MemoryAsync()
    {
        var groups = await connection.GetServer(connection.GetEndPoints()[0]).InfoAsync("memory");
        var memory = groups.SelectMany(group => group).ToDictionary(StringComparer.Ordinal);
        return (Bytes("used_memory_dataset"), Bytes("used_memory"));

        long Bytes(string name) => long.Parse(memory[name], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await process.DisposeAsync();
    }
}
