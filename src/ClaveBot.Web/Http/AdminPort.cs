using ClaveBot.Web.Operators;

namespace ClaveBot.Web.Http;

internal static class AdminPort
{
    /// <summary>On the admin port there are metrics and what operators look at, and nothing that the public port serves. Any Host: it is private.</summary>
    public static IApplicationBuilder UseAdminPort(this WebApplication app)
    {
        // Now, so that it counts from the start.
        var metrics = app.Services.GetRequiredService<MetricsPage>();
        var ports = app.Services.GetRequiredService<ListeningPorts>();
        return app.MapWhen(ports.IsAdmin, admin => admin
            .Map("/metrics", page => page.Run(metrics.ShowAsync))
            .Map("/parked", parked => parked.Run(ParkedList.ShowAsync))
            .Run(NotFound));
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
