using ClaveBot.Web.Operators;
using Prometheus;

namespace ClaveBot.Web.Http;

internal static class AdminPort
{
    /// <summary>On the admin port there are metrics and what operators look at, and nothing that the public port serves. Any Host: it is private.</summary>
    public static IApplicationBuilder UseAdminPort(this WebApplication app)
    {
        // Process figures and our own counters. The framework's own would cost each request something.
        Metrics.SuppressDefaultMetrics(new SuppressDefaultMetricOptions { SuppressEventCounters = true, SuppressMeters = true });
        var ports = app.Services.GetRequiredService<ListeningPorts>();
        return app.MapWhen(ports.IsAdmin, admin => admin
            .UseMetricServer("/metrics")
            .Map("/parked", parked => parked.Run(ParkedList.ShowAsync))
            .Run(NotFound));
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
