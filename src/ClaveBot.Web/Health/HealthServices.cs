using ClaveBot.Accounts;

namespace ClaveBot.Web.Health;

internal static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<HealthAnswers>()
        .AddSingleton<IReadinessCheck, RunningReadiness>()
        .AddSingleton<IReadinessCheck, RedisReadiness>()
        .AddSingleton<IReadinessCheck>(provider => new DirectoryReadiness(provider.GetService<IAccountDirectory>()));

    /// <summary>On both ports and for any Host, so that a load balancer may ask by address.</summary>
    public static IApplicationBuilder UseHealth(this WebApplication app, PathString path)
    {
        var answers = app.Services.GetRequiredService<HealthAnswers>();
        return app.Map(path, health => health.Run(answers.AnswerAsync));
    }
}
