using ClaveBot.Settings;
using ClaveBot.Web;
using ClaveBot.Web.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClaveBot.Tests.Web;

public sealed class ClaveBotHostTests
{
    [Fact]
    public void Wrong_settings_stop_the_start_with_every_error_at_once()
    {
        var settings = TestHost.Good(("PublicUrl", ""), ("Links:Life", "abc"), ("Redis:Configuration", ""));

        var exception = Should.Throw<SettingsException>(() => ClaveBotHost.Build([], configuration => configuration.AddInMemoryCollection(settings)));

        exception.Errors.Select(error => error.Key).ShouldBe(["PublicUrl", "Redis:Configuration", "Links:Life"], ignoreOrder: true);
    }

    [Fact]
    public async Task No_data_protection_key_is_kept_anywhere()
    {
        await using var app = ClaveBotHost.Build([], configuration => configuration.AddInMemoryCollection(TestHost.Good()));

        app.Services.GetRequiredService<IDataProtectionProvider>().ShouldBeOfType<SealedDataProtection>();
        app.Services.GetServices<IHostedService>().ShouldNotContain(service => service.GetType().Assembly == typeof(IDataProtectionBuilder).Assembly);
    }

    [Fact]
    public void Every_setting_is_in_appsettings_with_its_default()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();
        Compare(new ClaveBotSettings(), file, "");
    }

    private static void Compare(object settings, IConfiguration file, string path)
    {
        foreach (var property in settings.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(settings);
            if (value is string or ValueType or null)
                (file[property.Name] ?? "(missing)").ShouldBe(value is TimeSpan span ? span.ToString("c") : value?.ToString() ?? "", path + property.Name);
            else if (value is not Array)
                Compare(value, file.GetSection(property.Name), path + property.Name + ":");
        }
    }
}
