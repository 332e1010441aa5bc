using System.Net;
using System.Text.RegularExpressions;

namespace ClaveBot.Tests.Harness;

/// <summary>
/// A browser without a screen: keeps cookies (Secure ones too, as Chromium does on loopback), follows redirects, posts forms with
/// their hidden fields.
/// </summary>
public sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public PageClient(Uri bot) =>
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Every body, header and address this browser saw, for what must not be in them.</summary>
    public IList<string> Seen { get; } = [];

    /// <summary>What a proxy on this machine would say of where it is, in X-Forwarded-For; null: nothing.</summary>
    public string? Address { get; set; }

    /// <summary>Another tab of the same browser: its cookies as they are now.</summary>
    public PageClient Tab()
    {
        var tab = new PageClient(_http.BaseAddress!);
        foreach (var (name, value) in _cookies)
            tab._cookies[name] = value;
        return tab;
    }

    public Task<Page> GetAsync(Uri url) => SendAsync(HttpMethod.Get, url, null);

    public Task<Page> SendAsync(HttpMethod method, Uri url) => SendAsync(method, url, null);

    /// <summary>Fills and submits the form of a page, as it was rendered.</summary>
    public Task<Page> SubmitAsync(Page page, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden().Matches(page.Html).Select(match => match.Value)
            .Select(input => (Name: Attribute(input, "name"), Value: WebUtility.HtmlDecode(Attribute(input, "value"))));
        return SendAsync(HttpMethod.Post, page.Url, new FormUrlEncodedContent(
            hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    public void Dispose() => _http.Dispose();

    private async Task<Page> SendAsync(HttpMethod method, Uri url, HttpContent? form)
    {
        using var request = new HttpRequestMessage(method, url) { Content = form };
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (Address is not null)
            request.Headers.Add("X-Forwarded-For", Address);
        using var response = await _http.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();
        Seen.Add($"{method} {url}\n{response.Headers}\n{html}");
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(cookie);
        return response.StatusCode == HttpStatusCode.SeeOther
            ? await GetAsync(new Uri(new Uri(_http.BaseAddress!, url), response.Headers.Location!))
            : new(new Uri(_http.BaseAddress!, url), response.StatusCode, html);
    }

    private void Keep(string cookie)
    {
        var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : (cookie, "");
        if (value.Length == 0)
            _cookies.Remove(name);
        else
            _cookies[name] = value;
    }

    private static string Attribute(string input, string name) =>
        Regex.Match(input, $"{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Hidden();
}

/// <summary>What a browser shows.</summary>
public sealed partial record Page(Uri Url, HttpStatusCode Status, string Html)
{
    /// <summary>The <c>data-result</c> of its main element; empty when it has none.</summary>
    public string Result => MainElement().Match(Html).Groups["result"].Value;

    /// <summary>The names of its fields, hidden ones apart.</summary>
    public IReadOnlyList<string> Fields => [.. Field().Matches(Html).Select(match => match.Groups["name"].Value)];

    /// <summary>Where its links lead.</summary>
    public IReadOnlyList<Uri> Links => [.. Anchor().Matches(Html).Select(match => new Uri(Url, WebUtility.HtmlDecode(match.Groups["href"].Value)))];

    [GeneratedRegex("<a[^>]*href=\"(?<href>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex("<main[^>]*data-result=\"(?<result>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex MainElement();

    [GeneratedRegex("<input(?![^>]*type=\"hidden\")[^>]*name=\"(?<name>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Field();
}
