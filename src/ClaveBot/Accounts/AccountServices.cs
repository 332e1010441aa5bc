using ClaveBot.Accounts.Breached;
using ClaveBot.Accounts.Sqlite;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

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
        if (settings.Directory.Kind != DirectoryKind.Sqlite)
            return services;
        var sqlite = settings.Directory.Sqlite;
        services.AddSingleton(new DirectoryFile(sqlite.Path));
        services.AddSingleton(_ => new PasswordHasher(Argon2Cost.Current));
        services.AddSingleton<IAccountDirectory, SqliteDirectory>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<DirectorySeed>(provider, sqlite.Seed));
        return services;
    }
}
