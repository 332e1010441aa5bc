using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace ClaveBot.Demo.Simulator;

/// <summary>The page with the two phones: a host of its own, apart from the bot.</summary>
internal static class SimulatorHost
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static WebApplication Build(DemoWorld world, DemoSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        builder.WebHost.UseUrls(DemoBot.Address(settings.Url));
        builder.Services.AddSingleton(world);
        builder.Services.AddSingleton<IReadOnlyList<PersonCard>>(PersonCard.ReadAll(DemoFolders.People));
        builder.Services.AddDataProtection()
            .SetApplicationName("ClaveBot.Demo")
            .PersistKeysToFileSystem(Directory.CreateDirectory(new DemoFolders(settings.Data).FormKeys));
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(OnlyOwnPages);
        var app = builder.Build();
        app.Use(AddHeaders);
        app.MapRazorPages();
        app.MapGet("/events", (HttpContext context, IHostApplicationLifetime life) =>
            TypedResults.ServerSentEvents(Changes(world, context.RequestAborted, life.ApplicationStopping), "changed"));
        foreach (var (file, type) in new[] { ("simulator.css", "text/css"), ("simulator.js", "text/javascript"), ("simulator.svg", "image/svg+xml") })
            app.MapGet("/" + file, () => TypedResults.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!, type + "; charset=utf-8"));
        return app;
    }

    /// <summary>The bot's pages are in the process too, but belong to the bot's host.</summary>
    private static void OnlyOwnPages(ApplicationPartManager parts)
    {
        parts.ApplicationParts.Clear();
        parts.ApplicationParts.Add(new AssemblyPart(typeof(SimulatorHost).Assembly));
        parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(SimulatorHost).Assembly));
    }

    private static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }

    /// <summary>A number at every change, until the browser leaves or the demo stops.</summary>
    private static async IAsyncEnumerable<string> Changes(
        DemoWorld world, CancellationToken gone, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping, cancellationToken);
        for (var number = 0; !either.IsCancellationRequested; number++)
        {
            var ring = world.Changed.NextAsync(either.Token);
            yield return number.ToString(CultureInfo.InvariantCulture);
            await ring.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
