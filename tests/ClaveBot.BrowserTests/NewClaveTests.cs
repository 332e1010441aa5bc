using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaveBot.BrowserTests;

/// <summary>Step 5 on a narrow phone: a new clave is explained while it is typed, and a phrase is offered, with JavaScript on and off.</summary>
[Collection(DemoCollection.Name)]
public sealed class NewClaveTests(Chromium chromium)
{
    private const string Cedula = "1700000001";
    private const int Narrow = 320;

    [Fact]
    public async Task S9_the_rules_are_explained_while_typing_and_nothing_is_sent()
    {
        var page = await ChooseAsync(javaScript: true);
        var sent = new List<string>();
        page.Page.Request += (_, request) => sent.Add(request.Url);
        var says = page.Page.Locator("#nueva-dice");

        foreach (var (clave, words) in new[]
        {
            ("caballo verde", "Le faltan 2"),
            ("caballo verde 1", "Va bien"),
            ("caballo verde ﬁno", "«ﬁ»"),
            ("es 170000000-1 mi numero", "cédula"),
            ("Mi clave del IESS 2026", "de este servicio"),
            ("1234567890123456", "se adivina pronto"),
            ("zorrozorrozorro", "se adivina pronto"),
            (new string('á', 140), "sobran 12"),
        })
        {
            await page.NewPassword.FillAsync(clave);
            await Assertions.Expect(says).ToContainTextAsync(words);
        }

        await page.Page.Locator("#confirmacion").FillAsync("caballo");
        await Assertions.Expect(page.Page.Locator("#confirmacion-dice")).ToContainTextAsync("Todavía no");
        sent.ShouldBeEmpty();
        await ShouldFitAsync(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task S9_one_tap_takes_the_offered_phrase(bool javaScript)
    {
        var page = await ChooseAsync(javaScript);
        var phrase = await page.Page.Locator(".phrase").InnerTextAsync();
        phrase.Split(' ').Length.ShouldBe(4);
        if (javaScript)
            await ShouldFitAsync(page);

        await page.Page.Locator("button[name=usar]").ClickAsync();

        await Assertions.Expect(page.Result("changed")).ToBeVisibleAsync();
        page.Page.Url.ShouldNotContain(phrase.Split(' ')[0]);
        (await page.Page.ContentAsync()).ShouldNotContain(phrase);
    }

    [Fact]
    public async Task Another_phrase_is_a_tap_away_and_a_mistyped_one_stays_on_the_page()
    {
        var page = await ChooseAsync(javaScript: false);
        var first = await page.Page.Locator(".phrase").InnerTextAsync();
        await page.Page.GetByText("Proponer otra").ClickAsync();
        var second = await page.Page.Locator(".phrase").InnerTextAsync();
        second.ShouldNotBe(first);

        await page.NewPassword.FillAsync(second);
        await page.Page.Locator("#confirmacion").FillAsync("otra");
        await page.NewPassword.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("#confirmacion-error")).ToBeVisibleAsync();
        (await page.Page.Locator(".phrase").InnerTextAsync()).ShouldBe(second);
    }

    private async Task<PasswordPage> ChooseAsync(bool javaScript)
    {
        var simulator = await chromium.OpenAsync();
        await simulator.ResetAsync();
        var clave = await simulator.CardAsync(Cedula, "clave");
        var tab = await simulator.OpenLinkAsync("telegram");
        var page = await chromium.OpenAsync(tab.Page.Url, Narrow, javaScript);
        await page.ProveAsync(Cedula, clave);
        await Assertions.Expect(page.NewPassword).ToBeVisibleAsync();
        return page;
    }

    private static async Task ShouldFitAsync(PasswordPage page)
    {
        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        (await page.Page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();
    }
}
