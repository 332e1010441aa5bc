using System.Diagnostics;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>The deployable host in a process of its own, as an operator starts it, so that it can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    /// <summary>Starts it with a world's settings, and waits until it says that it is ready.</summary>
    public static async Task<HostProcess> StartAsync(BotWorld world)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ClaveBot.Web.dll")]) { UseShellExecute = false };
        foreach (var (key, value) in world.Settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var host = new HostProcess(Process.Start(start)!);
        await host.ReadyAsync(world.Url);
        return host;
    }

    /// <summary>SIGKILL: no last words.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
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
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (await glance.WaitForNextTickAsync(patience.Token))
        {
            _process.HasExited.ShouldBeFalse("the host ended instead of getting ready");
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
