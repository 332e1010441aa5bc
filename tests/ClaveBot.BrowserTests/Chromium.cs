using ClaveBot.Tests.Harness;
using Microsoft.Playwright;

namespace ClaveBot.BrowserTests;

/// <summary>Debian's Chromium without a window, and one demo for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private DemoProcess demo = null!;

    /// <summary>A fresh browser window on the simulator page.</summary>
    public async Task<SimulatorPage> OpenAsync(int width = 1280, bool javaScript = true)
    {
        var page = await NewWindowAsync(width, javaScript);
        await page.GotoAsync("/");
        return new SimulatorPage(page);
    }

    /// <summary>A fresh browser window on a link that the bot gave.</summary>
    public async Task<PasswordPage> OpenAsync(string link, int width, bool javaScript)
    {
        var page = await NewWindowAsync(width, javaScript);
        await page.GotoAsync(link);
        return new PasswordPage(page);
    }

    private async Task<IPage> NewWindowAsync(int width, bool javaScript)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = demo.Url,
            JavaScriptEnabled = javaScript,
            Locale = "es-EC",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    public async ValueTask InitializeAsync()
    {
        demo = await DemoProcess.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await demo.DisposeAsync();
    }
}

/// <summary>The tests share one demo, so they take turns.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<Chromium>
{
    public const string Name = "the demo";
}
