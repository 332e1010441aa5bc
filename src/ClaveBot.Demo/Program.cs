using System.Globalization;
using ClaveBot.Demo.Store;
if (args is ["store", var folder, var port])
{
    await using var s = EmbeddedRedis.Start(folder, int.Parse(port, CultureInfo.InvariantCulture));
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
}
