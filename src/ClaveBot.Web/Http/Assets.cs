using System.Security.Cryptography;

namespace ClaveBot.Web.Http;

/// <summary>A style sheet, script or icon, carried inside the assembly. Its address holds a hash of what it says, so it never goes stale.</summary>
public sealed class Asset
{
    internal Asset(string name, string contentType)
    {
        using var resource = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        Content = new byte[resource.Length];
        resource.ReadExactly(Content);
        ContentType = contentType;
        Path = $"/static/{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}/{name}";
    }

    /// <summary>From the site's root.</summary>
    public string Path { get; }

    internal byte[] Content { get; }

    internal string ContentType { get; }
}

/// <summary>All that the pages load; nothing comes from another origin.</summary>
public static class Assets
{
    private const string ForAYear = "public, max-age=31536000, immutable";

    public static Asset Style { get; } = new("pages.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = new("pages.js", "text/javascript; charset=utf-8");

    public static Asset Time { get; } = new("time.js", "text/javascript; charset=utf-8");

    public static Asset NewClaveScript { get; } = new("newclave.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    internal static bool MayBeKept(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && string.Equals(response.Headers.CacheControl, ForAYear, StringComparison.Ordinal);

    internal static void MapAssets(this WebApplication app)
    {
        foreach (var asset in new[] { Style, Script, NewClaveScript, Time, Icon })
            app.MapMethods(asset.Path, [HttpMethods.Get, HttpMethods.Head], context => ServeAsync(asset, context));
    }

    private static Task ServeAsync(Asset asset, HttpContext context)
    {
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = asset.Content.Length;
        context.Response.Headers.CacheControl = ForAYear;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(asset.Content, context.RequestAborted).AsTask();
    }
}
