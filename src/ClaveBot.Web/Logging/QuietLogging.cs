using Microsoft.Extensions.Options;

namespace ClaveBot.Web.Logging;

/// <summary>
/// The address of a one-time link is a secret, and ASP.NET writes addresses, cookies' errors and handlers' arguments into its logs at
/// one level or another. So its categories stay silent whatever level is configured, except those named here.
/// </summary>
internal static class QuietLogging
{
    private const string Framework = "Microsoft.AspNetCore";

    // These write exceptions of ours and no request.
    private static readonly HashSet<string> Spared = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware",
        "Microsoft.AspNetCore.Server.Kestrel",
    };

    public static IServiceCollection AddQuietLogging(this IServiceCollection services) =>
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>>(new PostConfigureOptions<LoggerFilterOptions>(name: null, Restrain));

    /// <summary>Puts the ban into every rule, since of several rules that match the most specific alone decides.</summary>
    private static void Restrain(LoggerFilterOptions options)
    {
        var rules = options.Rules.ToArray();
        options.Rules.Clear();
        options.Rules.Add(new LoggerFilterRule(providerName: null, categoryName: null, options.MinLevel, (_, category, level) => MayWrite(category, level)));
        foreach (var rule in rules)
        {
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel,
                (provider, category, level) => MayWrite(category, level) && (rule.Filter?.Invoke(provider, category, level) ?? true)));
        }
    }

    private static bool MayWrite(string? category, LogLevel level) =>
        category is null
        || !category.StartsWith(Framework, StringComparison.Ordinal)
        || (level >= LogLevel.Warning && Spared.Contains(category));
}
