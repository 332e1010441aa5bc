using Microsoft.Playwright;

namespace ClaveBot.BrowserTests;

/// <summary>The main job as a person does it: through the simulator's phones and the page behind the link.</summary>
[Collection(DemoCollection.Name)]
public sealed class JourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData("telegram", "1700000001")]
    [InlineData("whatsapp", "0100000009")]
    public async Task Changes_a_clave_by_chat_and_page(string phone, string cedula)
    {
        const string Replacement = "lluvia sobre 9 tejados";
        var simulator = await chromium.OpenAsync();
        await simulator.ResetAsync();
        var old = await simulator.CardAsync(cedula, "clave");

        var page = await simulator.OpenLinkAsync(phone);
        await page.ProveAsync(cedula, old);
        await page.ChangeAsync(Replacement);

        await Assertions.Expect(page.Result("changed")).ToBeVisibleAsync();
        await page.CloseAsync();
        await Assertions.Expect(simulator.Replies(phone).Filter(new() { HasText = "listo" }).First).ToBeVisibleAsync();
        await MailTellsWithoutTheClaveAsync(simulator, old, Replacement);
        await OnlyTheNewClaveWorksAsync(simulator, phone, cedula, old, Replacement);
    }

    private static async Task MailTellsWithoutTheClaveAsync(SimulatorPage simulator, params string[] claves)
    {
        await Assertions.Expect(simulator.Mails).ToHaveCountAsync(1);
        var mail = await simulator.Mails.First.InnerTextAsync();
        foreach (var clave in claves)
            mail.ShouldNotContain(clave);
    }

    private static async Task OnlyTheNewClaveWorksAsync(SimulatorPage simulator, string phone, string cedula, string old, string replacement)
    {
        var page = await simulator.OpenLinkAsync(phone);

        await page.ProveAsync(cedula, old);
        await Assertions.Expect(page.Result("refused")).ToBeVisibleAsync();
        await page.ProveAsync(cedula, replacement);

        await Assertions.Expect(page.NewPassword).ToBeVisibleAsync();
        await page.CloseAsync();
    }
}
