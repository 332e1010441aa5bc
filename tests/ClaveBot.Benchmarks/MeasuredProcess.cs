using System.Diagnostics;
using System.Globalization;

namespace ClaveBot.Benchmarks;

/// <summary>A process of our own, whose CPU time and memory are read from /proc; killed when disposed.</summary>
internal sealed class MeasuredProcess(Process process) : IAsyncDisposable
{
    private const double TicksPerSecond = 100;

    public static MeasuredProcess Start(string file, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (key, value) in environment ?? [])
            start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return new(process);
    }

    public bool HasExited => process.HasExited;

    /// <summary>User and system time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / TicksPerSecond);
        }
    }

    /// <summary>Resident memory in MB.</summary>
    public long Megabytes => Number(File.ReadLines($"/proc/{process.Id}/status")
        .First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
