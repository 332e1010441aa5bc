using ClaveBot.Accounts;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Accounts;

public class AccountServicesTests
{
    [Fact]
    public void Portal_mode_has_no_directory_at_all() =>
        new ServiceCollection().AddAccounts(Settings(BotMode.Portal)).ShouldNotContain(service => service.ServiceType == typeof(IAccountDirectory));

    [Fact]
    public async Task Operator_mode_gets_the_embedded_directory()
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddAccounts(Settings(BotMode.Operator)).BuildServiceProvider();
        services.GetRequiredService<IAccountDirectory>().Limits.ShouldBe(new PasswordLimits(15, 128));
    }

    private static ClaveBotSettings Settings(BotMode mode) => new()
    {
        Mode = mode,
        Directory = new DirectorySettings { Kind = DirectoryKind.Sqlite, Sqlite = new SqliteSettings { Path = "unused.db" } },
    };
}
