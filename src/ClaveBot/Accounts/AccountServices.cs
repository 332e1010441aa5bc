using ClaveBot.Accounts.Breached;
using ClaveBot.Accounts.Ldap;
using ClaveBot.Accounts.Sqlite;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Accounts;

/// <summary>Registers the directory that the settings name.</summary>
public static class AccountServices
{
    /// <summary>Adds the <see cref="IAccountDirectory"/> of Operator mode. In Portal mode there is none: nothing here could take a clave.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, ClaveBotSettings settings)
    {
        if (settings.Mode == BotMode.Portal)
            return services.AddSingleton(PasswordRules.Shipped);
        // Opened now: a list that cannot be used stops the start, like any other setting.
        services.AddSingleton(PasswordRules.Of(settings, BreachedPasswords.Open(settings.Passwords.Breached)));
        return settings.Directory.Kind switch
        {
            DirectoryKind.Sqlite => services.AddSqlite(settings.Directory.Sqlite),
            DirectoryKind.Ldap => services.AddLdap(settings.Directory.Ldap),
            _ => services,
        };
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, SqliteSettings sqlite) => services
        .AddSingleton(new DirectoryFile(sqlite.Path))
        .AddSingleton(_ => new PasswordHasher(Argon2Cost.Of(sqlite.Hash)))
        .AddSingleton(sqlite.Policy)
        .AddSingleton<IAccountDirectory, SqliteDirectory>()
        .AddHostedService(provider => ActivatorUtilities.CreateInstance<DirectorySeed>(provider, sqlite.Seed));

    private static IServiceCollection AddLdap(this IServiceCollection services, LdapSettings ldap)
    {
        var trust = ldap.Trust();
        return services.AddSingleton<IAccountDirectory>(provider => new LdapDirectory(
            ldap, trust, provider.GetRequiredService<PasswordRules>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LdapDirectory>>()));
    }
}
