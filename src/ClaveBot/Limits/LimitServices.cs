using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Limits;

/// <summary>Registers what counts tries.</summary>
public static class LimitServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services) => services
        .AddSingleton<LimitMetrics>()
        .AddSingleton<Limiter>()
        .AddSingleton<BrowserMemory>()
        .AddSingleton<Gate>();
}
