using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Until when a clave works is the directory's word: here sixty days from 7 January 2030.</summary>
public sealed class ExpiryTests() : WorldInTime(("Directory:Sqlite:Policy:MaxAge", "60.00:00:00"))
{
    private const string Until = "8 de marzo de 2030";

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task The_chat_says_until_when_the_new_clave_works_and_offers_a_reminder_before(Channel channel)
    {
        var phone = World.NewPhone(channel);
        (await phone.AskAsync("¿cuándo vence mi clave?")).Text.ShouldNotContain("2030");

        (await ChangeAsync(phone)).Text.ShouldContain($"Su clave nueva sirve hasta el {Until}");
        (await phone.AskAsync("¿cuándo vence mi clave?")).Text.ShouldContain(Until);
        (await phone.AskAsync("1")).Text.ShouldContain("¿Cuándo?");
        (await phone.AskAsync("antes de que venza")).Text.ShouldContain("le escribo el 1 de marzo de 2030");
        (await phone.AskAsync("mis datos")).Text.ShouldContain($"Su clave sirve hasta: {Until}");
    }

    [Fact]
    public async Task Afterwards_it_says_that_it_expired_and_suggests_no_day_before()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await ChangeAsync(phone);

        Time.Advance(TimeSpan.FromDays(29));
        await phone.AskAsync("recordatorio");
        Time.Advance(TimeSpan.FromDays(25));
        (await phone.AskAsync("antes de que venza")).Text.ShouldContain("Esa fecha es hoy o ya pasó");
        Time.Advance(TimeSpan.FromDays(7));
        (await phone.AskAsync("¿cuándo vence?")).Text.ShouldContain($"Su clave venció el {Until}");
    }

    [Fact]
    public async Task A_clave_that_was_changed_elsewhere_works_until_nobody_knows_when()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await ChangeAsync(phone);
        Time.Advance(TimeSpan.FromHours(25));
        await phone.AskAsync("menú");
        var said = phone.Replies.Count;

        await ChangeAsync(World.NewPhone(Channel.WhatsApp), Journey.NewClave, "Otra-perra-come-9-mangos");
        await phone.WaitForReplyAsync(said);

        (await phone.AskAsync("¿cuándo vence?")).Text.ShouldNotContain("2030");
    }

    private async Task<PhoneMessage> ChangeAsync(Phone phone, string? clave = null, string next = Journey.NewClave)
    {
        using var browser = new PageClient(World.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(await Journey.ToLinkAsync(phone)), TestPeople.Ana, clave);
        var said = phone.Replies.Count;
        (await Journey.ChooseAsync(browser, page, next)).Result.ShouldBe("changed");
        return await phone.WaitForReplyAsync(said);
    }
}
