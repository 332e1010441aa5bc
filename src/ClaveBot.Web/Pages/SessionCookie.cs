namespace ClaveBot.Web.Pages;

/// <summary>Says which browser claimed a link. Its value is opaque here.</summary>
internal static class SessionCookie
{
    private const string Name = "__Host-clavebot";

    private static readonly CookieBuilder Builder = Harden(new CookieBuilder(), Name);

    public static string? Read(HttpContext context) => context.Request.Cookies[Name];

    public static void Write(HttpContext context, string value) =>
        context.Response.Cookies.Append(Name, value, Builder.Build(context));

    /// <summary>For this host alone, over https alone, out of reach of scripts, never sent from another site, gone with the browser.</summary>
    public static CookieBuilder Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.IsEssential = true;
        return cookie;
    }
}
