using ClaveBot.Settings;
using Microsoft.Extensions.Primitives;

namespace ClaveBot.Web.Http;

/// <summary>
/// What every answer carries, errors included (OWASP ASVS 5.0, V3.4). Set when the answer starts, so that nothing later undoes it.
/// </summary>
internal sealed class SecurityHeaders
{
    private const string NoStore = "no-store";

    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly KeyValuePair<string, StringValues>[] Always =
    [
        new("Content-Security-Policy", Policy),
        new("Referrer-Policy", "no-referrer"),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("X-Robots-Tag", "noindex, nofollow, noarchive"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ];

    // Not includeSubDomains: what else runs under the operator's name is not ours to switch to https for a year.
    private static readonly KeyValuePair<string, StringValues> Https = new("Strict-Transport-Security", "max-age=31536000");

    private readonly RequestDelegate _next;
    private readonly KeyValuePair<string, StringValues>[] _headers;

    public SecurityHeaders(RequestDelegate next, ClaveBotSettings settings)
    {
        _next = next;
        _headers = new Uri(settings.PublicUrl).Scheme is "https" ? [.. Always, Https] : Always;
    }

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var (response, headers) = ((HttpResponse, KeyValuePair<string, StringValues>[]))state;
            foreach (var (name, value) in headers)
                response.Headers[name] = value;
            if (!Assets.MayBeKept(response))
                response.Headers.CacheControl = NoStore;
            return Task.CompletedTask;
        }, (context.Response, _headers));
        return _next(context);
    }
}
