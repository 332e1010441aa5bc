using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Pressure;

/// <summary>Registers what keeps the bot upright when there is too much, something breaks, or operators stop it for a while.</summary>
public static class PressureServices
{
    public static IServiceCollection AddPressure(this IServiceCollection services) => services
        .AddSingleton<Doorman>()
        .AddSingleton<ParkedMessages>()
        .AddSingleton<PauseSwitch>()
        .AddSingleton<TurnMetrics>()
        .AddHostedService<PauseWatch>();
}
