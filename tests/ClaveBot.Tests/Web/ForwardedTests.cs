using System.Net;

namespace ClaveBot.Tests.Web;

/// <summary>S12: PublicUrl alone makes links; what a request says of hosts and proxies moves nothing.</summary>
public sealed class ForwardedTests
{
    private static readonly string[] Headers = ["X-Forwarded-Host", "X-Forwarded-Server", "X-Forwarded-Prefix", "X-Original-Host", "X-Host"];

    [Fact]
    public async Task S12_no_forwarded_name_shows_up_anywhere()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var path in new[] { "/", "/como-empezar", "/.well-known/change-password", "/no-existe", "/c/" + new string('A', 28) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "clavebot.test" } };
            foreach (var header in Headers)
                request.Headers.Add(header, "forged.example.test");
            request.Headers.Add("Forwarded", "host=forged.example.test;proto=http");
            request.Headers.Add("X-Forwarded-Proto", "http");
            request.Headers.Add("X-Forwarded-For", "forged.example.test");
            using var answer = await host.Public.SendAsync(request, TestContext.Current.CancellationToken);

            (answer.Headers + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("forged");
            answer.Headers.Location?.OriginalString.ShouldBe("/como-empezar");
        }
    }

    [Theory]
    [InlineData("GET http://forged.example.test/ HTTP/1.1\r\nHost: clavebot.test\r\n\r\n")]
    [InlineData("GET http://forged.example.test/ HTTP/1.1\r\nHost: forged.example.test\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: forged.example.test\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: clavebot.test\r\nHost: forged.example.test\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: clavebot.test@forged.example.test\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: clavebot.test.forged.example.test\r\n\r\n")]
    public async Task S12_an_unknown_host_is_refused_however_it_is_said(string request)
    {
        await using var host = await TestHost.StartAsync();

        (await host.SendRawAsync(request)).ShouldNotBeNull().ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task S12_health_is_answered_for_any_host()
    {
        await using var host = await TestHost.StartAsync();

        using var answer = await host.GetAsync("/health/live", "10.0.0.7");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
