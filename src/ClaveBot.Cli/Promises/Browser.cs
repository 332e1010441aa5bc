using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ClaveBot.Channels;

namespace ClaveBot.Cli.Promises;

/// <summary>A browser without a screen: keeps cookies, follows the redirect after a post, sends forms with their hidden fields.</summary>
internal sealed partial class Browser(Uri site) : IDisposable
{
    private readonly ChannelHttp _http = new(TimeSpan.FromSeconds(30));
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>The Set-Cookie lines as they came.</summary>
    public IList<string> SetCookies { get; } = [];

    public Task<Page> GetAsync(Uri url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>A form of a page, as it was rendered, with these fields.</summary>
    public Task<Page> SubmitAsync(Page page, params IEnumerable<(string Name, string Value)> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Url)
    {
        Content = new FormUrlEncodedContent(page.Hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (_cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var answer = await _http.Client.SendAsync(request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                Keep(cookie);
            if (answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location is { } location)
                return await GetAsync(new Uri(new Uri(site, request.RequestUri!), location));
            var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new(request.RequestUri!, (int)answer.StatusCode, headers, await answer.Content.ReadAsStringAsync());
        }
    }

    public void Dispose() => _http.Dispose();

    private void Keep(string cookie)
    {
        SetCookies.Add(cookie);
        if (cookie.Split(';')[0].Split('=', 2) is [var name, var value])
            _cookies[name] = value;
    }
}

/// <summary>What a browser was answered.</summary>
internal sealed partial record Page(Uri Url, int Status, IReadOnlyDictionary<string, string> Headers, string Html)
{
    /// <summary>The <c>data-result</c> of its main element; empty when it has none.</summary>
    public string Result => MainElement().Match(Html).Groups["result"].Value;

    /// <summary>How long the link still lives, as the page says; null when it says nothing.</summary>
    public TimeSpan? Left =>
        TimeLeft().Matches(Html).Select(found => found.Groups["left"].Value).FirstOrDefault(digits => digits.Length > 0) is { } left
            ? TimeSpan.FromMilliseconds(long.Parse(left, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Names of the fields that a person fills in.</summary>
    public HashSet<string> Fields => Inputs().Where(input => Attribute(input, "type") is not ("hidden" or "submit")).Select(input => Attribute(input, "name"))
        .Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);

    public IEnumerable<(string Name, string Value)> Hidden => Inputs().Where(input => Attribute(input, "type") == "hidden").Select(input => (Attribute(input, "name"), Attribute(input, "value")));

    public IEnumerable<Uri> Links => Anchor().Matches(Html).Select(match => new Uri(Url, WebUtility.HtmlDecode(match.Groups["url"].Value)));

    /// <summary>Everything that it makes a browser load.</summary>
    public IEnumerable<Uri> Loads => Loading().Matches(Html).Select(match => new Uri(Url, WebUtility.HtmlDecode(match.Groups["url"].Value)));

    /// <summary>Without what differs from one page to the next anyway: the antiforgery seal, the time left, and what was typed as the cédula.</summary>
    public string Same(string typed) => TimeLeft().Replace(HiddenInput().Replace(Html, ""), "").Replace(typed, "", StringComparison.Ordinal);

    public override string ToString() => $"(page {Status})";

    private IEnumerable<string> Inputs() => Input().Matches(Html).Select(match => match.Value);

    private static string Attribute(string input, string name) =>
        WebUtility.HtmlDecode(Regex.Match(input, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<(input|select|textarea)\\b[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex HiddenInput();

    [GeneratedRegex("data-left=\"(?<left>[0-9]{0,15})\"|[0-9]{2}:[0-9]{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeLeft();

    [GeneratedRegex("<a[^>]*\\shref=\"(?<url>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex("<(script|img|iframe|source|embed)[^>]*\\ssrc=\"(?<url>[^\"]*)\"|<link[^>]*\\shref=\"(?<url>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loading();

    [GeneratedRegex("<main[^>]*data-result=\"(?<result>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MainElement();
}
