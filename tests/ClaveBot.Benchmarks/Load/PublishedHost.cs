using System.Diagnostics;
using ClaveBot.Settings;

namespace ClaveBot.Benchmarks.Load;

/// <summary>The host as it is deployed: published, in a process of its own.</summary>
internal sealed class PublishedHost(MeasuredProcess process, string url, TimeSpan readyAfter) : IAsyncDisposable
{
    // A directory with thousands of people is filled first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public MeasuredProcess Process => process;

    public string Url => url;

    /// <summary>From the start of the process to the first 200 of /health/ready.</summary>
    public TimeSpan ReadyAfter => readyAfter;

    /// <summary>Publishes it beside the benchmarks and names the folder.</summary>
    public static async Task<string> PublishAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "host");
        var project = Path.Combine(Repository(), "src", "ClaveBot.Web");
        using var publish = System.Diagnostics.Process.Start("dotnet", ["publish", "-c", "Release", "-v", "quiet", "-o", folder, project]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The host could not be published.");
    }

    /// <summary>Starts it, waits until it is ready, and gives it a moment to settle.</summary>
    public static async Task<PublishedHost> StartAsync(string folder, ClaveBotSettings settings)
    {
        var url = $"http://127.0.0.1:{Ports.Free()}";
        var started = Stopwatch.GetTimestamp();
        var process = MeasuredProcess.Start("dotnet", [Path.Combine(folder, "ClaveBot.Web.dll")],
        [
            ("Urls", url), ("Admin__Urls", $"http://127.0.0.1:{Ports.Free()}"), ("ASPNETCORE_ENVIRONMENT", "Production"), ("Logging__LogLevel__Default", "Warning"),
            ("PublicUrl", settings.PublicUrl), ("Redis__Configuration", settings.Redis.Configuration),
            ("Keys__Index", settings.Keys.Index), ("Keys__Current", settings.Keys.Current),
            ("Mode", settings.Mode.ToString()), ("Mail__Folder", settings.Mail.Folder), ("Directory__Kind", settings.Directory.Kind?.ToString() ?? ""),
            ("Directory__Sqlite__Path", settings.Directory.Sqlite.Path), ("Directory__Sqlite__Seed", settings.Directory.Sqlite.Seed),
            ("Directory__Ldap__Url", settings.Directory.Ldap.Url), ("Directory__Ldap__BaseDn", settings.Directory.Ldap.BaseDn),
            ("Directory__Ldap__BindDn", settings.Directory.Ldap.BindDn), ("Directory__Ldap__BindPassword", settings.Directory.Ldap.BindPassword),
            ("Telegram__Token", settings.Telegram.Token), ("Telegram__SecretToken", settings.Telegram.SecretToken), ("Telegram__ApiUrl", settings.Telegram.ApiUrl),
        ]);
        using var http = new HttpClient { BaseAddress = new(url), Timeout = Patience };
        while (!await IsReadyAsync(http))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException("The host did not get ready.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        var readyAfter = Stopwatch.GetElapsedTime(started);
        await Task.Delay(Settling, TimeProvider.System);
        return new(process, url, readyAfter);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ClaveBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run this inside the repository.");
    }
}
