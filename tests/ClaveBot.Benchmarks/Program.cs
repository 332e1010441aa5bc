using BenchmarkDotNet.Running;
using ClaveBot.Benchmarks.Gap;
using ClaveBot.Benchmarks.Load;

if (args is ["load", .. var rest])
    return await LoadCommand.RunAsync(rest);
if (args is ["gap", .. var ofGap])
    return await GapCommand.RunAsync(ofGap);
BenchmarkSwitcher.FromAssembly(typeof(LoadCommand).Assembly).Run(args);
return 0;
