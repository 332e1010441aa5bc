using System.Collections.Concurrent;
using System.Diagnostics;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>The deployable host in a process of its own, as an operator starts it, so that it can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    // A published one starts faster: CLAVEBOT_HOST names its ClaveBot.Web.dll.
    private static readonly string Program = Environment.GetEnvironmentVariable("CLAVEBOT_HOST") ?? Path.Combine(AppContext.BaseDirectory, "ClaveBot.Web.dll");

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

    /// <summary>All that it wrote to standard output and standard error.</summary>
    public string Said => string.Join('\n', _lines);

    /// <summary>Starts it with a world's settings and these, and waits until it says that it is ready.</summary>
    public static Task<HostProcess> StartAsync(BotWorld world, params (string Key, string? Value)[] settings) =>
        StartAsync(world.Settings.Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))), world.Url);

    /// <summary>Starts it with settings, and waits until it says at <paramref name="url"/> that it is ready.</summary>
    public static async Task<HostProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, Uri url)
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var host = new HostProcess(Process.Start(start)!);
        try
        {
            await host.ReadyAsync(url);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: no last words.</summary>
    public async Task KillAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGKILL, without waiting for the end.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as an orchestrator stops it; its exit status.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task ReadyAsync(Uri url)
    {
        using var http = new HttpClient { BaseAddress = url };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (await glance.WaitForNextTickAsync(patience.Token))
        {
            _process.HasExited.ShouldBeFalse("the host ended instead of getting ready: " + Said);
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }
}
