using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaveBot.BrowserTests;

/// <summary>The page of <c>./run</c> itself.</summary>
[Collection(DemoCollection.Name)]
public sealed class SimulatorTests(Chromium chromium)
{
    [Theory]
    [InlineData("telegram")]
    [InlineData("whatsapp")]
    public async Task Shows_what_is_typed_and_what_the_bot_answers_without_a_reload(string phone)
    {
        var simulator = await chromium.OpenAsync();

        var reply = await simulator.AskAsync(phone, "hola");

        await Assertions.Expect(simulator.Log(phone).Locator("li[data-from=person]").Last).ToContainTextAsync("hola");
        (await reply.InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
        await Assertions.Expect(simulator.Page.Locator($"#{phone}-text")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Works_with_JavaScript_off()
    {
        var simulator = await chromium.OpenAsync(javaScript: false);

        await simulator.TypeAsync("telegram", "sin guion");

        await Assertions.Expect(simulator.Log("telegram").Locator("li", new() { HasText = "sin guion" }).First).ToBeVisibleAsync();
        await Assertions.Expect(simulator.Page.Locator("#refresh")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Sends_a_voice_note()
    {
        var simulator = await chromium.OpenAsync();

        await simulator.Page.Locator("#whatsapp-more").ClickAsync();
        await simulator.Page.Locator("#whatsapp button[value=Voice]").ClickAsync();

        await Assertions.Expect(simulator.Log("whatsapp").Locator("li[data-kind=Voice]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reset_clears_both_phones()
    {
        var simulator = await chromium.OpenAsync();
        await simulator.AskAsync("telegram", "hola");
        await simulator.AskAsync("whatsapp", "hola");

        await simulator.ResetAsync();

        await Assertions.Expect(simulator.Log("whatsapp").Locator("li")).ToHaveCountAsync(0);
        await Assertions.Expect(simulator.Mails).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Has_no_sideways_scrolling_and_no_accessibility_fault(int width)
    {
        var simulator = await chromium.OpenAsync(width);
        await simulator.AskAsync("telegram", "hola");

        var overflow = await simulator.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var axe = await simulator.Page.RunAxe();

        overflow.ShouldBe(0);
        axe.Violations.Select(violation => violation.Id).ShouldBeEmpty();
    }
}
