using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaveBot.BrowserTests;

/// <summary>Recovery as a person does it, on a narrow phone, with JavaScript on and off; and the pages of links that are in use or dead.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class RecoveryTests(Chromium chromium)
{
    private const string Cedula = "2400000002";
    private const int Narrow = 320;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Makes_a_new_clave_with_a_code_by_mail(bool javaScript)
    {
        var simulator = await chromium.OpenAsync();
        await simulator.ResetAsync();
        var link = await LinkAsync(simulator);
        var page = await OpenAsync(link, javaScript);

        await ShouldFitAsync(page, javaScript, "recover-1");
        await page.Locator("input[name=cedula]").FillAsync(Cedula);
        await page.Locator("input[name=cedula]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[name=codigo]")).ToBeVisibleAsync();
        await ShouldFitAsync(page, javaScript, "recover-2");
        var mail = simulator.Mails.Filter(new() { HasText = "Su código es" });
        await Assertions.Expect(mail).ToHaveCountAsync(1);
        await page.Locator("input[name=codigo]").FillAsync(Code().Match(await mail.InnerTextAsync()).Value);
        await page.Locator("input[name=nueva]").FillAsync("nube sobre 4 cerros");
        await page.Locator("input[name=confirmacion]").FillAsync("nube sobre 4 cerros");
        await page.Locator("input[name=confirmacion]").PressAsync("Enter");

        await Assertions.Expect(page.Locator("main[data-result=changed]")).ToBeVisibleAsync();
        await Assertions.Expect(simulator.Replies("telegram").Filter(new() { HasText = "¡Listo!" })).ToHaveCountAsync(1);
        var stranger = await OpenAsync(link, javaScript);
        await Assertions.Expect(stranger.Locator("main[data-result=gone]")).ToBeVisibleAsync();
        await ShouldFitAsync(stranger, javaScript, "gone");
        await Assertions.Expect(stranger.GetByText("Pedir otro enlace en Telegram")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task More_time_is_given_without_losing_what_was_typed()
    {
        var page = await OpenAsync(await LinkAsync(await chromium.OpenAsync()), javaScript: true);
        var until = await page.Locator(".until").InnerTextAsync();
        await page.Locator("input[name=cedula]").FillAsync(Cedula);

        await page.Locator("button[name=mas]").ClickAsync();

        await Assertions.Expect(page.Locator(".until")).Not.ToHaveTextAsync(until);
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("sirve hasta las");
        await Assertions.Expect(page.Locator("input[name=cedula]")).ToHaveValueAsync(Cedula);
        await ShouldFitAsync(page, javaScript: true, "more-time");
    }

    [Fact]
    public async Task An_alert_is_read_out_two_minutes_before_the_time_is_over()
    {
        var page = await OpenAsync(await LinkAsync(await chromium.OpenAsync()), javaScript: true, hurry: true);
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("menos de 2 minutos");
        await ShouldFitAsync(page, javaScript: true, "alert");
    }

    private static async Task<Uri> LinkAsync(SimulatorPage simulator)
    {
        await simulator.AskAsync("telegram", "olvidé mi clave");
        var reply = await simulator.AskAsync("telegram", "sí");
        return new Uri((await reply.Locator("[data-link]").Last.GetAttributeAsync("href"))!);
    }

    private async Task<IPage> OpenAsync(Uri link, bool javaScript, bool hurry = false)
    {
        var window = await chromium.OpenAsync(Narrow, javaScript);
        if (hurry)
        {
            // The page as it would be with a minute and a half left.
            await window.Page.RouteAsync("**/c/**", async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Body = Left().Replace(await answer.TextAsync(), "data-left=\"90000\"") });
            });
        }

        await window.Page.GotoAsync(link.ToString());
        return window.Page;
    }

    private static async Task ShouldFitAsync(IPage page, bool javaScript, string name)
    {
        if (Environment.GetEnvironmentVariable("CLAVEBOT_SCREENS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{(javaScript ? "js" : "plain")}.png"), FullPage = true });
        if (!javaScript)
            return;
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        (await page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\d{4} \d{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("data-left=\"\\d+\"", RegexOptions.None, 1000)]
    private static partial Regex Left();
}
