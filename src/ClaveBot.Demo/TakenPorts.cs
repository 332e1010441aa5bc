using System.Globalization;
using ClaveBot.Demo.Store;

namespace ClaveBot.Demo;

/// <summary>Finds out before the start whether the demo's ports are free.</summary>
internal static class TakenPorts
{
    /// <summary>What is wrong and its cure, a line each; null when every port is free.</summary>
    public static string? Complaint(DemoSettings settings)
    {
        (string Name, Uri Url)[] addresses = [("Demo__Url", settings.Url), ("Demo__BotUrl", settings.BotUrl), ("Demo__AdminUrl", settings.AdminUrl)];
        var taken = addresses.Where(address => FreePort.IsTaken(address.Url.Port)).Select(address => string.Create(
            CultureInfo.InvariantCulture,
            $"Port {address.Url.Port} is in use. Stop what uses it, or choose another: {address.Name}={address.Url.Scheme}://{address.Url.Host}:{address.Url.Port + 100} ./run"));
        return string.Join(Environment.NewLine, taken) is { Length: > 0 } complaint ? complaint : null;
    }
}
