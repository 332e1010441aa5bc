using ClaveBot.Limits;

namespace ClaveBot.Web.Pages;

/// <summary>Stays for long in a browser in which somebody proved their clave, see <see cref="BrowserMemory"/>. Its value is opaque here.</summary>
internal static class MemoryCookie
{
    private const string Name = "__Host-clavebot-recuerdo";

    // Browsers keep no cookie for longer (RFC 6265bis, 5.5).
    private static readonly CookieBuilder Builder = SessionCookie.Harden(new CookieBuilder { MaxAge = TimeSpan.FromDays(400) }, Name);

    public static string? Read(HttpContext context) => context.Request.Cookies[Name];

    public static void Write(HttpContext context, string value) =>
        context.Response.Cookies.Append(Name, value, Builder.Build(context));
}
