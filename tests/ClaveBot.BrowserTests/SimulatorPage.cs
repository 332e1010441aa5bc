using Microsoft.Playwright;

namespace ClaveBot.BrowserTests;

/// <summary>The simulator page, as a person uses it. A phone is <c>telegram</c> or <c>whatsapp</c>.</summary>
public sealed class SimulatorPage(IPage page)
{
    public IPage Page => page;

    public ILocator Log(string phone) => page.Locator($"#{phone}-log");

    public ILocator Replies(string phone) => Log(phone).Locator("li[data-from=bot]");

    public ILocator Mails => page.Locator("#mails article");

    /// <summary>Types, sends, and waits for the bot's next message.</summary>
    public async Task<ILocator> AskAsync(string phone, string text)
    {
        var before = await Replies(phone).CountAsync();
        await TypeAsync(phone, text);
        var reply = Replies(phone).Nth(before);
        await Assertions.Expect(reply).ToBeVisibleAsync();
        return reply;
    }

    public async Task TypeAsync(string phone, string text)
    {
        await page.Locator($"#{phone}-text").FillAsync(text);
        await page.Locator($"#{phone}-send").ClickAsync();
    }

    /// <summary>Chats until the bot gives its one-time link, and opens it in the new tab.</summary>
    public async Task<PasswordPage> OpenLinkAsync(string phone)
    {
        await AskAsync(phone, "hola");
        await AskAsync(phone, "cambiar");
        await AskAsync(phone, "sí");
        var reply = await AskAsync(phone, "sí");
        var tab = await page.RunAndWaitForPopupAsync(() => reply.Locator("[data-link]").Last.ClickAsync());
        return new PasswordPage(tab);
    }

    public async Task ResetAsync()
    {
        await page.Locator("#reset button").ClickAsync();
        await Assertions.Expect(page.Locator("#telegram-log li")).ToHaveCountAsync(0);
    }

    /// <summary>What the card of a made-up person says.</summary>
    public Task<string> CardAsync(string cedula, string field) =>
        page.Locator($"#people [data-cedula='{cedula}'] [data-field={field}]").InnerTextAsync();
}
