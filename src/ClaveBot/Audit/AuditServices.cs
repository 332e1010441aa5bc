using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaveBot.Audit;

/// <summary>Registers the audit.</summary>
public static class AuditServices
{
    /// <summary>Adds <see cref="AuditTrail"/> and <see cref="AuditReport"/>, writing to standard output unless an <see cref="AuditOutput"/> is registered.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new AuditOutput(Console.Out));
        return services.AddSingleton<AuditKeys>().AddSingleton<AuditTrail>().AddSingleton<AuditReport>().AddSingleton<Refusals>();
    }
}
