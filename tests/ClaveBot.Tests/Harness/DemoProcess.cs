using System.Diagnostics;
using System.Globalization;
using ClaveBot.Demo.Store;

namespace ClaveBot.Tests.Harness;

/// <summary>The demo as <c>./run</c> starts it, on free ports and with data of its own.</summary>
public sealed class DemoProcess : IAsyncDisposable
{
    private readonly Process process;

    private DemoProcess(Process process, string data, string url, string botUrl)
    {
        this.process = process;
        (Data, Url, BotUrl) = (data, url, botUrl);
    }

    /// <summary>The simulator page.</summary>
    public string Url { get; }

    /// <summary>The bot's own pages.</summary>
    public string BotUrl { get; }

    /// <summary>Where it keeps everything, its keys too.</summary>
    public string Data { get; }

    public static async Task<DemoProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("clavebot-demo-").FullName;
        var (url, botUrl) = (Local(FreePort.Find()), Local(FreePort.Find()));
        var start = new ProcessStartInfo("dotnet", [typeof(EmbeddedRedis).Assembly.Location])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["Demo__Url"] = url,
                ["Demo__BotUrl"] = botUrl,
                ["Demo__AdminUrl"] = Local(FreePort.Find()),
                ["Demo__Data"] = folder,
            },
        };
        var started = Process.Start(start)!;
        var said = new List<string>();
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Ready:", StringComparison.Ordinal))
                return new DemoProcess(started, folder, url, botUrl);
            said.Add(line);
        }

        await started.WaitForExitAsync();
        started.Dispose();
        throw new InvalidOperationException("The demo did not start: " + string.Join('\n', said));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private static string Local(int port) => "http://localhost:" + port.ToString(CultureInfo.InvariantCulture);
}
