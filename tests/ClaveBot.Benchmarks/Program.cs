using BenchmarkDotNet.Running;
using ClaveBot.Benchmarks.Load;

if (args is ["load", .. var rest])
    return await LoadCommand.RunAsync(rest);
BenchmarkSwitcher.FromAssembly(typeof(LoadCommand).Assembly).Run(args);
return 0;
