using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ClaveBot.Benchmarks.Parts;

/// <summary>Seconds for each, in this process: enough to see what a turn is made of.</summary>
internal sealed class ShortRun : ManualConfig
{
    public ShortRun() => AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(2), logOutput: true))).AddDiagnoser(MemoryDiagnoser.Default);
}
