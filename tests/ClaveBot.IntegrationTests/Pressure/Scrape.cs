using System.Globalization;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Pressure;

/// <summary>What a host tells operators on its admin port.</summary>
internal static class Scrape
{
    /// <summary>A metric by its name and labels, as written there; 0 when it is not there.</summary>
    public static async Task<double> ReadAsync(BotWorld world, string metric)
    {
        using var http = new HttpClient();
        var text = await http.GetStringAsync(new Uri(world.Settings["Admin:Urls"] + "/metrics"));
        return text.Split('\n')
            .Where(line => line.StartsWith(metric + " ", StringComparison.Ordinal))
            .Select(line => double.Parse(line.AsSpan(metric.Length), CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }
}
