using ClaveBot.Settings;

namespace ClaveBot.Web.Http;

/// <summary>
/// Answers only under PublicUrl's host, or under any loopback name while the host itself listens on loopback. Everything else is
/// 400, so that a forged Host reaches no code. (The server has already refused an absolute-form request line that differs from Host.)
/// </summary>
internal sealed class HostFilter(RequestDelegate next, ClaveBotSettings settings)
{
    private readonly string _publicHost = new Uri(settings.PublicUrl).IdnHost;
    private readonly bool _onLoopback = settings.Urls.Split(';', StringSplitOptions.TrimEntries)
        .Any(url => Uri.TryCreate(url, UriKind.Absolute, out var listening) && listening.IsLoopback);

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        if (host.Equals(_publicHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase) || (_onLoopback && IsLoopback(host)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("Aquí no se atiende ese nombre de sitio.");
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "::1";
}
