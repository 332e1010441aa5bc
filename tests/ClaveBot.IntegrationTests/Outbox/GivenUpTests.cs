using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Wire;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Pressure;
using ClaveBot.Keys;
using ClaveBot.Redis;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Outbox;

/// <summary>What nobody takes is tried for a day (mails: three), and then ends with its reason, so that a lane never waits for ever.</summary>
public sealed class GivenUpTests : WorldInTime
{
    [Fact]
    public async Task An_answer_that_the_messenger_refuses_for_a_day_is_given_up_and_the_chat_goes_on()
    {
        var phone = World.NewPhone(Channel.Telegram);
        // The host asks for its name once; faults are for what comes after.
        await World.Telegram.Calls.WaitForAsync(0);
        World.Telegram.Faults.Next(new Fault.Refuse(500), calls: 3);
        await phone.TypeAsync("hola");
        await IsTriedAsync(phone.Chat, times: 1);

        Time.Advance(TimeSpan.FromHours(23));
        await IsTriedAsync(phone.Chat, times: 2);
        Time.Advance(TimeSpan.FromHours(2));
        await UntilAsync(async () => await TriesAsync(phone.Chat) is null);

        (await phone.AskAsync("cambiar")).Text.ShouldContain("Paso 1 de 6");
        phone.Replies.Count.ShouldBe(1);
        (await Scrape.ReadAsync(World, "clavebot_outbox_undeliverable_total{route=\"Telegram\",reason=\"not taken for too long\"}")).ShouldBe(1);
    }

    private Task IsTriedAsync(string chat, int times) => UntilAsync(async () => await TriesAsync(chat) == times);

    /// <summary>How often the chat's lane was tried and given back; null: there is none.</summary>
    private async Task<int?> TriesAsync(string chat)
    {
        var id = ConversationId.Of(new(Channel.Telegram, chat), World.Services.GetRequiredService<KeyRing>());
        return (int?)await World.Services.GetRequiredService<RedisConnection>()
            .RunAsync(db => db.HashGetAsync($"{{{id.Shard}}}:o:{id.Text}", "tries"));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!await isSo())
            await glance.WaitForNextTickAsync(patience.Token);
    }
}
