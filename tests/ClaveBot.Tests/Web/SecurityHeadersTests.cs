using System.Net;

namespace ClaveBot.Tests.Web;

/// <summary>S11: every answer carries them, errors too.</summary>
public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/", "clavebot.test")]
    [InlineData("/como-empezar", "clavebot.test")]
    [InlineData("/no-such-page", "clavebot.test")]
    [InlineData("/c/not-a-token", "clavebot.test")]
    [InlineData("/health/live", "clavebot.test")]
    [InlineData("/webhooks/no-such-channel", "clavebot.test")]
    [InlineData("/", "evil.test")]
    public async Task S11_every_answer_is_hardened(string path, string host)
    {
        await using var server = await TestHost.StartAsync();
        using var answer = await server.GetAsync(path, host);

        var policy = Header(answer, "Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        Header(answer, "Referrer-Policy").ShouldBe("no-referrer");
        Header(answer, "Cache-Control").ShouldBe("no-store");
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "X-Robots-Tag").ShouldContain("noindex");
        Header(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header(answer, "Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header(answer, "Strict-Transport-Security").ShouldStartWith("max-age=31536000");
        Header(answer, "Permissions-Policy").ShouldContain("camera=()");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Plain_http_on_loopback_promises_no_https()
    {
        await using var server = await TestHost.StartAsync(settings: ("PublicUrl", "http://localhost:5081"));
        using var answer = await server.GetAsync("/");
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_loads_only_its_own_files_and_browsers_may_keep_them()
    {
        await using var server = await TestHost.StartAsync();
        var page = await server.Public.GetStringAsync("/", TestContext.Current.CancellationToken);
        var files = Html.Attributes(page, "link", "href").Concat(Html.Attributes(page, "script", "src")).ToArray();

        files.Length.ShouldBe(4);
        foreach (var file in files)
        {
            file.ShouldStartWith("/static/");
            using var answer = await server.GetAsync(file);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            Header(answer, "Cache-Control").ShouldBe("public, max-age=31536000, immutable");
            using var other = await server.GetAsync(file.Replace("/static/", "/static/0", StringComparison.Ordinal));
            other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            Header(other, "Cache-Control").ShouldBe("no-store");
        }
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.ShouldHaveSingleItem() : "";
}
