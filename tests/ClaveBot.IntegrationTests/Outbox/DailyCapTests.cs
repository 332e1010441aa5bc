using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Journeys;

namespace ClaveBot.IntegrationTests.Outbox;

/// <summary>WhatsApp:DailyCap bounds what a day costs; what is beyond it waits for the next day, also over a restart.</summary>
public sealed class DailyCapTests() : WorldInTime(("WhatsApp:DailyCap", "3"))
{
    [Fact]
    public async Task Beyond_the_cap_answers_wait_for_the_next_day_and_Telegram_knows_nothing_of_it()
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        await phone.AskAsync("cambiar");
        await World.StopHostAsync();
        await World.StartHostAsync();
        await phone.AskAsync("sí");

        await phone.TypeAsync("sí");
        await World.NewPhone(Channel.Telegram).AskAsync("hola");
        await PassAsync(TimeSpan.FromHours(16), () => phone.Replies.Count > 3);
        phone.Replies.Count.ShouldBe(3);

        await PassAsync(TimeSpan.FromHours(2), () => phone.Replies.Count > 3);
        phone.Replies[3].Text.ShouldContain("Paso 3 de 6");
        phone.Replies[3].At.ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2030, 1, 8, 5, 0, 0, TimeSpan.Zero));
    }

    private async Task PassAsync(TimeSpan most, Func<bool> until)
    {
        for (var passed = TimeSpan.Zero; passed < most && !until(); passed += TimeSpan.FromMinutes(10))
        {
            Time.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
