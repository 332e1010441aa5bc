using ClaveBot.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace ClaveBot.Web.Protection;

internal static class ProtectionServices
{
    /// <summary>After all that adds data protection of its own accord, as antiforgery does: it would bring the key file back.</summary>
    public static IServiceCollection AddSealedDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection();
        // Its start-up task would write a key file of its own.
        foreach (var task in services.Where(IsKeyFileTask).ToArray())
            services.Remove(task);
        return services.AddSingleton<IDataProtectionProvider>(provider => new SealedDataProtection(provider.GetRequiredService<Sealer>()));
    }

    private static bool IsKeyFileTask(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly;
}
