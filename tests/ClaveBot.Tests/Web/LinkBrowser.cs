using System.Net;

namespace ClaveBot.Tests.Web;

/// <summary>A browser with JavaScript off: keeps cookies as one host's, follows nothing by itself, posts what a form holds.</summary>
internal sealed class LinkBrowser(Uri link) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = link };
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public string Path { get; private set; } = link.AbsolutePath;

    public HttpStatusCode Status { get; private set; }

    public string Html { get; private set; } = "";

    /// <summary>Every Set-Cookie header so far.</summary>
    public IList<string> SetCookies { get; } = new List<string>();

    public string? Result => Web.Html.Attributes(Html, "main", "data-result").SingleOrDefault();

    public async Task GetAsync(string? path = null)
    {
        Path = path ?? Path;
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, Path));
    }

    /// <summary>Posts the form on the page to its own address, as a no-referrer page does: with <c>Origin: null</c>.</summary>
    public async Task PostAsync(params (string Name, string Value)[] fields)
    {
        var seal = Web.Html.Attributes(Html, "input name=\"__sello\"", "value").Single();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__sello", seal)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.Add("Origin", "null");
        await SendAsync(request);
    }

    /// <summary>Follows redirects until there is a page.</summary>
    public async Task FollowAsync(Uri? location)
    {
        while (location is not null)
        {
            Path = location.ToString();
            location = await SendAsync(new HttpRequestMessage(HttpMethod.Get, Path));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Uri?> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var header in answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            SetCookies.Add(header);
            var cookie = header.Split(';')[0].Split('=', 2);
            _cookies[cookie[0]] = cookie[1];
        }

        (Status, Html) = (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        if (answer.StatusCode == HttpStatusCode.SeeOther)
            await FollowAsync(answer.Headers.Location);
        return null;
    }
}
