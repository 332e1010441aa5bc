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
        if (settings is { Mode: BotMode.Operator, Directory.Kind: DirectoryKind.Ldap })
        {
            // Read now, so that a wrong file stops the start.
            settings.Directory.Ldap.Trust();
            return services.AddSingleton<IAccountDirectory>(provider => new LdapDirectory(
                settings.Directory.Ldap, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LdapDirectory>>()));
        }

        if (settings is not { Mode: BotMode.Operator, Directory.Kind: DirectoryKind.Sqlite })
            return services;
        var sqlite = settings.Directory.Sqlite;
        services.AddSingleton(new DirectoryFile(sqlite.Path));
        services.AddSingleton(_ => new PasswordHasher(Argon2Cost.Current));
        services.AddSingleton<IAccountDirectory, SqliteDirectory>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<DirectorySeed>(provider, sqlite.Seed));
        return services;
    }
}
