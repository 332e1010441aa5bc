using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Keys;

public static class KeyServices
{
    /// <summary>The keys of the settings, and what uses them.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, KeySettings settings) => services
        .AddSingleton(new KeyRing(
            Convert.FromBase64String(settings.Index),
            Convert.FromBase64String(settings.Current),
            [.. settings.Previous.Select(Convert.FromBase64String)]))
        .AddSingleton<Sealer>();
}
