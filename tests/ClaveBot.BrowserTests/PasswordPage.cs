using Microsoft.Playwright;

namespace ClaveBot.BrowserTests;

/// <summary>The page behind the one-time link: steps 4 and 5.</summary>
public sealed class PasswordPage(IPage page)
{
    public IPage Page => page;

    public ILocator NewPassword => page.Locator("input[name=nueva]");

    public ILocator Result(string result) => page.Locator($"main[data-result={result}]");

    public async Task ProveAsync(string cedula, string password)
    {
        await page.Locator("input[name=cedula]").FillAsync(cedula);
        await page.Locator("input[name=clave]").FillAsync(password);
        await page.Locator("input[name=acuerdo]").CheckAsync();
        await SubmitAsync("input[name=clave]");
    }

    public async Task ChangeAsync(string password)
    {
        await NewPassword.FillAsync(password);
        await page.Locator("input[name=confirmacion]").FillAsync(password);
        await SubmitAsync("input[name=nueva]");
    }

    public Task CloseAsync() => page.CloseAsync();

    private Task SubmitAsync(string field) =>
        page.Locator("form", new() { Has = page.Locator(field) }).Locator("button[type=submit], button:not([type])").First.ClickAsync();
}
