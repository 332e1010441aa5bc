using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Keys;
using ClaveBot.Limits;
using ClaveBot.Mail;
using ClaveBot.Pressure;
using ClaveBot.Settings;
using ClaveBot.Web.Health;
using ClaveBot.Web.Http;
using ClaveBot.Web.Logging;
using ClaveBot.Web.Operators;
using ClaveBot.Web.Pages;
using ClaveBot.Web.Protection;
using ClaveBot.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaveBot.Web;

/// <summary>The deployable host: what it is made of, and what a request passes through.</summary>
public static class ClaveBotHost
{
    /// <summary>Builds the host without starting it. Works from any entry assembly and current directory.</summary>
    /// <param name="args">Command line settings, such as <c>--Urls=http://127.0.0.1:0</c>.</param>
    /// <param name="configure">Adds to the configuration; what comes last wins.</param>
    /// <param name="services">Adds to or replaces services, after all others.</param>
    /// <exception cref="SettingsException">The settings are not fit to start with.</exception>
    public static WebApplication Build(string[] args, Action<IConfigurationBuilder>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(ClaveBotHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        configure?.Invoke(builder.Configuration);
        var settings = SettingsReader.Read(builder.Configuration);

        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        AddServices(builder.Services, settings);
        services?.Invoke(builder.Services);

        var app = builder.Build();
        ListeningPorts.Listen(app, settings);
        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ClaveBotSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeys(settings.Keys);
        services.AddStores(settings);
        services.AddChannels(settings);
        services.AddAccounts(settings);
        services.AddMail();
        services.AddConversation(settings);
        services.AddPressure();
        services.AddAudit();
        services.AddLimits();
        services.AddPasswordLinks();
        services.AddOutbox();
        services.AddWebhooks();
        services.AddQuietLogging();
        services.AddHealth();
        services.AddPages();
        services.AddSealedDataProtection();
        services.AddSingleton<ListeningPorts>();
        services.AddSingleton<ClientAddress>();
        services.Configure<HostOptions>(ServerLimits.Apply);
        services.AddSingleton<MetricsPage>();
    }

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseHealth("/health");
        app.UseAdminPort();
        app.UseMiddleware<HostFilter>();
        app.UseMiddleware<PublicAddress>();
        app.UseWhen(PageServices.IsForPeople, people => people.UseErrorPages().UseMiddleware<FormGuard>());
        app.UseRouting();
        app.MapControllers();
        app.MapAssets();
        app.MapPages();
    }
}
