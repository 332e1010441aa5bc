using System.Net;
using ClaveBot.Demo;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Store;

namespace ClaveBot.Tests.Web;

/// <summary>The two pages behind a link that the bot really sent, over HTTP, on the embedded store and directory.</summary>
public sealed class LinkPagesTests : IAsyncLifetime
{
    private const string Ana = "1700000001";
    private const string AnasClave = "rio verde luna 17";
    private const string NewClave = " siete cabras en el tejado ";

    private readonly string _folder = Directory.CreateTempSubdirectory("clavebot-pages").FullName;
    private DemoWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        var settings = new DemoSettings { BotUrl = Local(), AdminUrl = Local(), Data = _folder };
        _world = await DemoWorld.StartAsync(settings, new Stages(TimeProvider.System, TextWriter.Null), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task From_cédula_to_changed_without_a_script()
    {
        var link = await LinkAsync();
        using var browser = new LinkBrowser(link);
        await browser.GetAsync();
        browser.Html.ShouldContain("Paso 4 de 6");

        await browser.PostAsync(("cedula", Ana), ("clave", AnasClave), ("acuerdo", "si"));
        browser.Path.ShouldEndWith("/nueva");
        browser.Html.ShouldContain("Paso 5 de 6");
        Html.Attributes(browser.Html, "input id=\"username\"", "value").ShouldBe([Ana]);

        await browser.PostAsync(("nueva", NewClave), ("confirmacion", NewClave));
        browser.Path.ShouldEndWith("/listo");
        browser.Result.ShouldBe("changed");
        browser.SetCookies.Select(cookie => cookie.Split('=')[0]).ShouldBe(["__Host-sello", "__Host-clavebot-recuerdo", "__Host-clavebot", "__Host-clavebot"]);
        browser.SetCookies.ShouldAllBe(cookie => cookie.EndsWith("; path=/; secure; samesite=strict; httponly", StringComparison.Ordinal));

        using var stranger = new LinkBrowser(link);
        await stranger.GetAsync();
        (stranger.Status, stranger.Result).ShouldBe((HttpStatusCode.Gone, "gone"));

        using var again = new LinkBrowser(await LinkAsync());
        await again.GetAsync();
        await again.PostAsync(("cedula", Ana), ("clave", NewClave.Trim()), ("acuerdo", "si"));
        again.Result.ShouldBe("refused", "The spaces around the new clave belong to it.");
        await again.PostAsync(("cedula", Ana), ("clave", NewClave), ("acuerdo", "si"));
        again.Html.ShouldContain("Paso 5 de 6");
    }

    [Theory]
    [InlineData("", "una clave", "si", "cedula")]
    [InlineData("1700000002", "una clave", "si", "cedula")]
    [InlineData("17000", "una clave", "si", "cedula")]
    [InlineData(Ana, "", "si", "clave")]
    [InlineData(Ana, "una clave", "", "acuerdo")]
    public async Task A_field_error_keeps_the_page_and_the_link_and_never_echoes_the_clave(string cedula, string clave, string acuerdo, string field)
    {
        using var browser = new LinkBrowser(await LinkAsync());
        await browser.GetAsync();
        await browser.PostAsync(("cedula", cedula), ("clave", clave), ("acuerdo", acuerdo));

        (browser.Status, browser.Result).ShouldBe((HttpStatusCode.OK, null));
        browser.Html.ShouldContain($"href=\"#{field}\"");
        browser.Html.ShouldContain($"id=\"{field}-error\"");
        browser.Html.ShouldContain("aria-invalid=\"true\"");
        browser.Html.ShouldNotContain("una clave");
        Html.Attributes(browser.Html, "input id=\"cedula\"", "value").ShouldBe([cedula]);

        await browser.PostAsync(("cedula", Ana), ("clave", AnasClave), ("acuerdo", "si"));
        browser.Html.ShouldContain("Paso 5 de 6");
    }

    [Fact]
    public async Task A_wrong_clave_is_refused_and_an_unfit_new_one_has_its_own_words()
    {
        using var browser = new LinkBrowser(await LinkAsync());
        await browser.GetAsync();
        await browser.PostAsync(("cedula", Ana), ("clave", "otra"), ("acuerdo", "si"));
        (browser.Status, browser.Result).ShouldBe((HttpStatusCode.OK, "refused"));

        await browser.PostAsync(("cedula", Ana), ("clave", AnasClave), ("acuerdo", "si"));
        await browser.PostAsync(("nueva", NewClave), ("confirmacion", "otra"));
        browser.Result.ShouldBeNull();
        browser.Html.ShouldContain("id=\"confirmacion-error\"");
        await browser.PostAsync(("nueva", "corta"), ("confirmacion", "corta"));
        browser.Result.ShouldBe("refused");
        browser.Html.ShouldContain("Esa clave es muy corta. Use al menos 15");
        await browser.PostAsync(("nueva", AnasClave), ("confirmacion", AnasClave));
        browser.Html.ShouldContain("Esa es su clave actual");
    }

    [Fact]
    public async Task S9_each_rule_of_a_new_clave_has_its_reason_and_none_echoes_the_clave()
    {
        using var browser = new LinkBrowser(await LinkAsync());
        await browser.GetAsync();
        await browser.PostAsync(("cedula", Ana), ("clave", AnasClave), ("acuerdo", "si"));
        foreach (var (clave, reason) in new[]
        {
            ("siete cabras 1", "Esa clave es muy corta. Use al menos 15"),
            (string.Concat(Enumerable.Repeat("siete cabras ", 10)), "Use como máximo 128"),
            ("siete cabras ﬁnas y locas", "lleva el signo «ﬁ»"),
            ("1qaz2wsx3edc4rfv", "listas de claves robadas"),
            ("Clave del IESS 2026", "palabras de este servicio"),
            ("qwertyuiop1234567890", "se adivina pronto"),
            ("la mia es 1700000001", "lleva datos suyos"),
        })
        {
            await browser.PostAsync(("nueva", clave), ("confirmacion", clave));
            browser.Result.ShouldBe("refused");
            browser.Html.ShouldContain(reason);
            browser.Html.ShouldNotContain(clave);
        }
    }

    [Fact]
    public async Task S9_the_offered_phrase_stays_over_an_error_and_is_judged_like_any_other()
    {
        using var browser = new LinkBrowser(await LinkAsync());
        await browser.GetAsync();
        await browser.PostAsync(("cedula", Ana), ("clave", AnasClave), ("acuerdo", "si"));
        var phrase = Html.Attributes(browser.Html, "input type=\"hidden\" name=\"ofrecida\"", "value").Single();

        await browser.PostAsync(("nueva", "corta"), ("confirmacion", "otra"), ("ofrecida", phrase));
        Html.Attributes(browser.Html, "input type=\"hidden\" name=\"ofrecida\"", "value").ShouldBe([phrase]);
        await browser.PostAsync(("nueva", ""), ("confirmacion", ""), ("ofrecida", "123456789012345"), ("usar", "si"));
        browser.Result.ShouldBe("refused");
        browser.Html.ShouldNotContain("123456789012345");

        await browser.PostAsync(("nueva", ""), ("confirmacion", ""), ("ofrecida", phrase), ("usar", "si"));
        browser.Result.ShouldBe("changed");
        browser.Path.ShouldNotContain(phrase.Split(' ')[0]);

        using var again = new LinkBrowser(await LinkAsync());
        await again.GetAsync();
        await again.PostAsync(("cedula", Ana), ("clave", phrase), ("acuerdo", "si"));
        again.Html.ShouldContain("Paso 5 de 6");
    }

    [Fact]
    public async Task Another_browser_gets_the_neutral_page_and_the_first_goes_on()
    {
        var link = await LinkAsync();
        using var first = new LinkBrowser(link);
        await first.GetAsync();
        await first.PostAsync(("cedula", Ana), ("clave", AnasClave), ("acuerdo", "si"));

        using var second = new LinkBrowser(link);
        await second.GetAsync();
        second.Status.ShouldBe(HttpStatusCode.OK);
        second.Html.ShouldContain($"href=\"{link.AbsolutePath}/nueva\"");
        await second.GetAsync(link.AbsolutePath + "/nueva");
        second.Html.ShouldNotContain("<form");
        second.Html.ShouldNotContain(Ana);

        await first.GetAsync(link.AbsolutePath);
        first.Html.ShouldContain("Paso 5 de 6");
    }

    private static Uri Local() => new($"http://localhost:{FreePort.Find()}");

    /// <summary>Asks the bot for a link as a person would.</summary>
    private async Task<Uri> LinkAsync()
    {
        var phone = _world.Phones[0];
        var reply = await phone.AskAsync("cambiar mi clave");
        for (var turn = 0; turn < 5 && Link(reply) is null; turn++)
            reply = await phone.AskAsync(reply.Links.Count == 0 ? "sí" : "otro enlace");
        return Link(reply).ShouldNotBeNull(string.Join(" | ", phone.Replies.Select(said => said.Text)));
    }

    private static Uri? Link(PhoneMessage message) => message.Links.FirstOrDefault(link => link.AbsolutePath.StartsWith("/c/", StringComparison.Ordinal));
}
