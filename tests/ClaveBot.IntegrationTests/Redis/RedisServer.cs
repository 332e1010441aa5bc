using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using ClaveBot.Demo.Store;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>A real redis-server of the test's own, on loopback, which loses nothing that it acknowledged (appendfsync always).</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-redis-");
    private readonly string[] _options;
    private Process _process;

    private RedisServer(int port, string[] options)
    {
        (Port, _options) = (port, options);
        _process = Launch();
    }

    public int Port { get; }

    /// <summary>Where it keeps its log.</summary>
    public string Folder => _folder.FullName;

    /// <summary>More patient than the product: two cores run all of this at once.</summary>
    public string Configuration => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port},asyncTimeout=30000");

    /// <param name="options">More of redis-server's own options, which win: <c>--appendonly no</c>.</param>
    public static async Task<RedisServer> StartAsync(params string[] options)
    {
        var server = new RedisServer(FreePort.Find(), options);
        try
        {
            await server.AnswersAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What it answers to one command.</summary>
    public Task<string> AskAsync(params string[] command) =>
        RedisCli.RunAsync(["-p", Port.ToString(CultureInfo.InvariantCulture), "-e", .. command]);

    /// <summary>SIGKILL: no last words.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: there, and silent.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>SIGCONT.</summary>
    public void Thaw() => Signal("CONT");

    public async Task StartAgainAsync()
    {
        _process.Dispose();
        _process = Launch();
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private Process Launch() => Process.Start(new ProcessStartInfo("redis-server",
        ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.FullName, "--save", "", "--appendonly", "yes", "--appendfsync", "always", .. _options])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException("redis-server does not start. Run ./test once: it installs what is missing.");

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    // It is ready once it has read its log: until then it answers LOADING.
    private async Task AnswersAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", Port, limit.Token);
                await client.GetStream().WriteAsync("PING\r\n"u8.ToArray(), limit.Token);
                using var reader = new StreamReader(client.GetStream());
                if (await reader.ReadLineAsync(limit.Token) == "+PONG")
                    return;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                await Task.Yield();
            }
        }
    }
}
