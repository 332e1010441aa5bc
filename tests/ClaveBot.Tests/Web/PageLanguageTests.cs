using System.Net;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Web;

/// <summary>The language of the pages that no link leads to, and of dead links.</summary>
public sealed class PageLanguageTests
{
    [Theory]
    [InlineData(null, "es")]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("es-EC,es;q=0.9,en;q=0.8", "es")]
    [InlineData("es;q=0.5, en;q=0.7", "en")]
    [InlineData("qu, en;q=0.2", "en")]
    [InlineData("fr", "es")]
    [InlineData("EN", "en")]
    [InlineData("en;q=x, ,;;\"", "es")]
    public async Task Without_a_link_a_browser_that_prefers_English_gets_it(string? preferred, string language)
    {
        await using var server = await TestHost.StartAsync();
        foreach (var path in new[] { "/", "/como-empezar", "/no-such-page" })
            (await HtmlAsync(server, path, preferred)).ShouldContain($"<html lang=\"{language}\">");
    }

    [Theory]
    [InlineData("?lang=es", "es")]
    [InlineData("?lang=en", "en")]
    [InlineData("?lang=fr", "en")]
    [InlineData("?lang=es&lang=en", "en")]
    [InlineData("?LANG=es", "es")]
    public async Task An_address_that_names_a_language_is_obeyed(string query, string language)
    {
        await using var server = await TestHost.StartAsync();
        (await HtmlAsync(server, "/" + query, "en")).ShouldContain($"<html lang=\"{language}\">");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/change-password" + query);
        using var answer = await server.Public.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Location!.ToString().ShouldBeOneOf("/como-empezar", "/como-empezar?lang=" + language);
    }

    /// <summary>Nothing but the address counts behind a link: what a browser prefers would tell two strangers apart.</summary>
    [Fact]
    public async Task S4_behind_a_link_only_the_address_decides()
    {
        await using var server = await TestHost.StartAsync();
        foreach (var path in new[] { "/c/some-token", "/c/some-token/nueva", "/c/some-token/listo" })
        {
            (await HtmlAsync(server, path, "en")).ShouldContain("<html lang=\"es\">");
            (await HtmlAsync(server, path + "?lang=en", "es")).ShouldContain("<html lang=\"en\">");
        }
    }

    [Fact]
    public async Task Each_page_leads_to_its_twin_in_the_other_language()
    {
        await using var server = await TestHost.StartAsync();
        foreach (var path in new[] { "/", "/como-empezar", "/no-such-page", "/c/some-token" })
        {
            (await HtmlAsync(server, path, null)).ShouldContain("<a href=\"?lang=en\" lang=\"en\" hreflang=\"en\">English</a>");
            (await HtmlAsync(server, path + "?lang=en", null)).ShouldContain("<a href=\"?lang=es\" lang=\"es\" hreflang=\"es\">Español</a>");
        }
    }

    [Fact]
    public void A_link_says_its_language_only_when_it_is_not_Spanish()
    {
        LinkLanguage.Path("token", Language.Spanish).ShouldBe("/c/token");
        LinkLanguage.Path("token", Language.English).ShouldBe("/c/token?lang=en");
        Enum.GetValues<Language>().ShouldAllBe(language => LinkLanguage.Read(LinkLanguage.Code(language)) == language);
    }

    private static async Task<string> HtmlAsync(TestHost server, string path, string? preferred)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (preferred is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", preferred);
        using var answer = await server.Public.SendAsync(request, TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
