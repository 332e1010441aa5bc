using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace ClaveBot.Web.Pages;

internal static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.AddFolderRouteModelConvention("/", PageVerbs.Limit));
        services.AddSingleton<Clock>();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "__sello";
            options.HeaderName = null;
            options.SuppressXFrameOptionsHeader = true;
            SessionCookie.Harden(options.Cookie, "__Host-sello");
        });
        // Accents are sent as they are; what HTML needs encoded still is.
        return services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapNotice("/", Notices.Home);
        app.MapNotice("/como-empezar", Notices.HowToStart);
        app.MapMethods("/.well-known/change-password", [HttpMethods.Get, HttpMethods.Head], Redirect);
    }

    /// <summary>Webhooks are read by machines; they get bare status codes.</summary>
    public static bool IsForPeople(HttpContext context) => !context.Request.Path.StartsWithSegments("/webhooks", StringComparison.OrdinalIgnoreCase);

    private static void MapNotice(this WebApplication app, string path, Notice notice) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], notice.ShowAsync);

    // W3C "A Well-Known URL for Changing Passwords": a redirect, by GET, to a page elsewhere.
    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect(PageLanguage.Onward(context, "/como-empezar"));
        return Task.CompletedTask;
    }
}
