using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>A request that can be sent more than once.</summary>
internal sealed record Envelope(string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private static readonly string[] NotCopied = ["Content-Length", "Transfer-Encoding", "Connection"];

    /// <summary>It tells the bot that somebody said something.</summary>
    public bool IsUpdate => Path.StartsWith("/webhooks/", StringComparison.Ordinal) && !Path.Contains("status", StringComparison.OrdinalIgnoreCase);

    public static async Task<Envelope> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var headers = request.Headers.Where(header => !NotCopied.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        return new(request.Method, request.GetEncodedPathAndQuery(), [.. headers.Select(header => (header.Key, header.Value.ToString()))], body.ToArray());
    }

    public HttpRequestMessage To(Uri server)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(server, Path));
        if (Body.Length > 0)
            request.Content = new ByteArrayContent(Body);
        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
