using System.Net;

namespace ClaveBot.Tests.Web;

/// <summary>S12: an unknown Host is 400, health apart.</summary>
public sealed class HostFilterTests
{
    [Theory]
    [InlineData("clavebot.test", HttpStatusCode.OK)]
    [InlineData("CLAVEBOT.test:443", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:9005", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("evil.test", HttpStatusCode.BadRequest)]
    [InlineData("clavebot.test.evil.test", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2", HttpStatusCode.BadRequest)]
    public async Task S12_only_the_public_host_and_loopback_names_are_answered(string host, HttpStatusCode expected)
    {
        await using var server = await TestHost.StartAsync();
        using var answer = await server.GetAsync("/", host);
        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Loopback_names_are_refused_when_the_host_listens_everywhere()
    {
        await using var server = await TestHost.StartAsync(settings: ("Urls", "http://0.0.0.0:0"));
        (await server.SendRawAsync("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).ShouldBe("HTTP/1.1 400 Bad Request");
        (await server.SendRawAsync("GET / HTTP/1.1\r\nHost: clavebot.test\r\nConnection: close\r\n\r\n")).ShouldBe("HTTP/1.1 200 OK");
    }

    [Theory]
    [InlineData("GET http://evil.test/ HTTP/1.1\r\nHost: evil.test", 400)]
    [InlineData("GET http://evil.test/ HTTP/1.1\r\nHost: clavebot.test", 400)]
    [InlineData("GET http://clavebot.test/ HTTP/1.1\r\nHost: clavebot.test", 200)]
    [InlineData("GET / HTTP/1.0", 400)]
    public async Task The_request_line_cannot_name_another_host(string request, int expected)
    {
        await using var server = await TestHost.StartAsync();
        (await server.SendRawAsync(request + "\r\nConnection: close\r\n\r\n")).ShouldStartWith($"HTTP/1.1 {expected}");
    }

    [Fact]
    public async Task Forwarded_headers_move_no_redirect()
    {
        await using var server = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/change-password");
        request.Headers.Add("X-Forwarded-Host", "evil.test");
        request.Headers.Add("X-Forwarded-Proto", "http");
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        using var answer = await server.Public.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Location.ShouldBe(new Uri("/como-empezar", UriKind.Relative));
    }

    [Fact]
    public async Task A_public_address_with_a_path_works_whether_the_proxy_strips_it_or_not()
    {
        await using var server = await TestHost.StartAsync(settings: ("PublicUrl", "https://clavebot.test/clave"));
        foreach (var path in new[] { "/.well-known/change-password", "/clave/.well-known/change-password" })
        {
            using var answer = await server.GetAsync(path);
            answer.Headers.Location.ShouldBe(new Uri("/clave/como-empezar", UriKind.Relative));
        }
    }
}
