using System.Net;

namespace ClaveBot.Tests.Web;

public sealed class AddressesTests
{
    [Fact]
    public async Task Change_password_redirects_and_the_rest_of_well_known_is_really_missing()
    {
        await using var server = await TestHost.StartAsync();
        using var known = await server.GetAsync("/.well-known/change-password");
        known.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var start = await server.GetAsync(known.Headers.Location!.ToString());
        start.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var probe = await server.GetAsync("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200");
        probe.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/como-empezar")]
    [InlineData("/no-such-page")]
    public async Task A_page_is_Spanish_with_one_heading_and_a_title(string path)
    {
        await using var server = await TestHost.StartAsync();
        using var answer = await server.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        html.ShouldContain("<html lang=\"es\">");
        html.Split("<h1>").Length.ShouldBe(2);
        html.ShouldContain("· Cambio de clave</title>");
        html.ShouldContain("<main>");
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("BREW")]
    public async Task S2_a_link_takes_no_other_verbs(string verb)
    {
        await using var server = await TestHost.StartAsync();
        foreach (var path in new[] { "/c/some-token", "/c/some-token/nueva", "/c/some-token/listo" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), path);
            using var answer = await server.Public.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        }
    }

    [Fact]
    public async Task The_admin_port_serves_metrics_and_health_only_and_the_public_port_no_metrics()
    {
        await using var server = await TestHost.StartAsync();
        using var metrics = await server.Admin.GetAsync("/metrics", TestContext.Current.CancellationToken);
        metrics.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("process_cpu_seconds_total");
        foreach (var path in new[] { "/", "/c/some-token", "/webhooks/telegram" })
        {
            using var answer = await server.Admin.GetAsync(path, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var stranger = await server.GetAsync("/metrics", server.Admin.BaseAddress!.Authority);
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
