using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ClaveBot.Accounts;
using ClaveBot.PasswordLinks;

namespace ClaveBot.Benchmarks.Gap;

/// <summary>The page that asks for a cédula as a browser that was never here opens and sends it, each time from another address.</summary>
/// <param name="host">The host.</param>
/// <param name="purpose">Step 4 with a wrong clave, or recovery with the cédula alone.</param>
internal sealed partial class CedulaPage(string host, LinkPurpose purpose) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(host) };
    private int _address;

    /// <summary>How long the answer took, in milliseconds; opening the page does not count.</summary>
    public async Task<double> TryAsync(string token, Cedula cedula)
    {
        var path = new Uri("/c/" + token, UriKind.Relative);
        using var page = await _http.GetAsync(path);
        var html = await page.Content.ReadAsStringAsync();
        var fields = Hidden().Matches(html).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        fields["cedula"] = cedula.Digits;
        if (purpose == LinkPurpose.Change)
            (fields["clave"], fields["acuerdo"]) = ("no es la clave de nadie", "si");
        using var post = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        post.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        var number = Interlocked.Increment(ref _address);
        post.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"));

        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(post);
        var said = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var expected = purpose == LinkPurpose.Change ? said.Contains("data-result=\"refused\"", StringComparison.Ordinal) : answer.StatusCode == HttpStatusCode.SeeOther;
        return expected ? took : throw new InvalidOperationException($"Answered {answer.StatusCode}, and neither a refusal nor the page of the code.");
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<input[^>]*name=\"(?<name>[^\"]*)\"[^>]*type=\"hidden\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
