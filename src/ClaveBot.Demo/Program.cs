using System.Globalization;
using ClaveBot.Demo;
using ClaveBot.Demo.Simulator;
using ClaveBot.Demo.Store;

// The store alone, as a process of its own: what a test kills.
if (args is ["store", var folder, var port])
{
    await using var store = EmbeddedRedis.Start(folder, int.Parse(port, CultureInfo.InvariantCulture));
    Console.WriteLine("Ready: 127.0.0.1:" + port);
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
}

var settings = DemoSettings.Read(args);
if (TakenPorts.Complaint(settings) is { } complaint)
{
    Console.Error.WriteLine(complaint);
    return 1;
}

var stages = new Stages(TimeProvider.System, Console.Out);
await using var world = await DemoWorld.StartAsync(settings, stages, CancellationToken.None);
await using var page = SimulatorHost.Build(world, settings);
await stages.RunAsync("simulator page", () => page.StartAsync());
Console.WriteLine("Ready: open " + DemoBot.Address(settings.Url));
await page.WaitForShutdownAsync();
return 0;
