using ClaveBot.Settings;

namespace ClaveBot.Web.Http;

/// <summary>
/// Sees every request as people do: over https and under PublicUrl's path, whether the proxy in front strips that path or not.
/// Secure and <c>__Host-</c> cookies then work behind a proxy that ends TLS, as browsers keep them on http://localhost.
/// </summary>
internal sealed class PublicAddress(RequestDelegate next, ClaveBotSettings settings)
{
    private readonly PathString _base = new(new Uri(settings.PublicUrl).AbsolutePath.TrimEnd('/'));

    public Task InvokeAsync(HttpContext context)
    {
        context.Request.Scheme = Uri.UriSchemeHttps;
        context.Request.PathBase = _base;
        if (_base.HasValue && context.Request.Path.StartsWithSegments(_base, StringComparison.Ordinal, out var rest))
            context.Request.Path = rest;
        return next(context);
    }
}
