using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ClaveBot.Tests.Harness;
using ClaveBot.Web;

namespace ClaveBot.IntegrationTests.Leaks;

/// <summary>The deployable host in a process of its own, with every log line it writes.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private HostProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Standard output and standard error.</summary>
    public string Said => string.Join('\n', _lines);

    /// <summary>Starts it with a world's settings and these, and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(BotWorld world, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ClaveBotHost).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in world.Settings.Select(setting => (setting.Key, setting.Value ?? "")).Concat(settings))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var host = new HostProcess(Process.Start(start)!);
        await host.ReadyAsync(world.Url);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadyAsync(Uri url)
    {
        using var http = new HttpClient { BaseAddress = url };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException("The host does not start: " + Said);
            try
            {
                using var answer = await http.GetAsync("/health/ready", patience.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
        }
    }
}
