using ClaveBot.PasswordLinks;
using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>
/// Which language a page speaks: the one that its own address names, as in <c>?lang=en</c>. Behind a link nothing else counts, so that a
/// dead link looks the same to everybody; elsewhere a browser that prefers English gets it. Spanish otherwise.
/// </summary>
internal static class PageLanguage
{
    // In characters; browsers send a few dozen.
    private const int LongestHeader = 256;

    /// <summary>The language of the page that answers this request.</summary>
    public static Language Of(HttpContext context)
    {
        // A page asks for every sentence.
        if (context.Items.TryGetValue(typeof(PageLanguage), out var known) && known is Language language)
            return language;
        var found = Named(context) ?? (IsOfLink(context) ? Language.Spanish : Preferred(context.Request));
        context.Items[typeof(PageLanguage)] = found;
        return found;
    }

    /// <summary>A sentence of the pages in the language of this request.</summary>
    public static string In(this PageText key, HttpContext context, params object?[] values) => key.Say(Of(context), values);

    /// <summary>The other one.</summary>
    public static Language Other(this Language language) => language == Language.Spanish ? Language.English : Language.Spanish;

    /// <summary>A path of this site, from its root, that goes on in the language that this request's address names.</summary>
    public static string Onward(HttpContext context, string path) =>
        context.Request.PathBase + path + (Named(context) is { } language ? LinkLanguage.Query(language) : "");

    private static Language? Named(HttpContext context) => LinkLanguage.Read(context.Request.Query[LinkLanguage.Field]);

    private static bool IsOfLink(HttpContext context) => context.Request.Path.StartsWithSegments("/c", StringComparison.Ordinal);

    // RFC 9110, 12.5.4: what has no weight weighs 1; the order decides among equals.
    private static Language Preferred(HttpRequest request) => request.Headers.AcceptLanguage.Sum(static line => line?.Length ?? 0) > LongestHeader ? Language.Spanish : request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => LinkLanguage.Read(wanted.Value.Value?.Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(language => language is not null) ?? Language.Spanish;
}
