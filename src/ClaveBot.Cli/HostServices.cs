using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Keys;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.Cli;

/// <summary>The parts of the host that commands work with, over the same Redis and the same directory.</summary>
internal static class HostServices
{
    /// <summary>Nothing connects before it is used, and nothing runs in the background.</summary>
    public static ServiceProvider Of(ClaveBotSettings settings) => new ServiceCollection()
        .AddSingleton(settings)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddKeys(settings.Keys)
        .AddStores(settings)
        .AddAccounts(settings)
        .AddAudit()
        .BuildServiceProvider();
}
