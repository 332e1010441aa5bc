using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Outbox;

/// <summary>R4: what people wrote on WhatsApp while nobody listened is fetched from Twilio and answered once.</summary>
public sealed class MissedMessagesTests : WorldInTime
{
    [Fact]
    public async Task R4_what_came_while_the_host_was_away_is_answered_once_and_in_order()
    {
        var (phone, stranger) = (World.NewPhone(Channel.WhatsApp), World.NewPhone(Channel.WhatsApp));
        await phone.AskAsync("hola");
        await World.StopHostAsync();
        Time.Advance(TimeSpan.FromHours(2));
        await phone.TypeAsync("cambiar");
        await stranger.TypeAsync("hola");
        // Twilio tries each four times and gives up; all of it has to fit in 15 seconds.
        await World.WhatsApp.Attempts.WaitForAsync(1 + (2 * 4) - 1);
        Time.Advance(TimeSpan.FromMinutes(1));
        await phone.TypeAsync("sí");
        await World.WhatsApp.Attempts.WaitForAsync(1 + (3 * 4) - 1);
        Time.Advance(TimeSpan.FromHours(1));

        await World.StartHostAsync();

        await phone.WaitForReplyAsync(2);
        await stranger.WaitForReplyAsync(0);
        await PassAsync(TimeSpan.FromMinutes(1));
        phone.Replies.Skip(1).Select(reply => reply.Text[..12]).ShouldBe(["Paso 1 de 6.", "Paso 2 de 6."]);
        stranger.Replies.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task R4_what_came_while_Redis_was_away_is_answered_once()
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        await PassAsync(TimeSpan.FromMinutes(1));
        await Server.KillAsync();
        await phone.TypeAsync("cambiar");
        await World.WhatsApp.Attempts.WaitForAsync(4);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Server.StartAgainAsync();

        await PassAsync(TimeSpan.FromMinutes(2), () => phone.Replies.Count > 1);

        phone.Replies[1].Text.ShouldContain("Paso 1 de 6");
        await PassAsync(TimeSpan.FromMinutes(1));
        phone.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task R4_what_Telegram_brings_again_after_a_minute_without_Redis_is_answered_once_and_in_order()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        // Until it is marked as sent: Redis must not go in between.
        await PassAsync(TimeSpan.FromSeconds(10));
        var attempts = World.Telegram.Attempts.All.Count;
        await Server.KillAsync();
        foreach (var said in new[] { "cambiar", "sí", "sí" })
            await phone.TypeAsync(said);
        await World.Telegram.Attempts.WaitForAsync(attempts);
        await PassAsync(TimeSpan.FromMinutes(1));
        World.Telegram.Attempts.All.Count.ShouldBeGreaterThan(attempts + 3);
        await Server.StartAgainAsync();

        await PassAsync(TimeSpan.FromMinutes(3), () => phone.Replies.Count > 3);

        phone.Replies.Skip(1).Select(reply => reply.Text[..11]).ShouldBe(["Paso 1 de 6", "Paso 2 de 6", "Paso 3 de 6"]);
        await PassAsync(TimeSpan.FromMinutes(1));
        phone.Replies.Count.ShouldBe(4);
    }

    [Fact]
    public async Task R4_of_many_messages_in_the_list_only_the_missed_one_costs_anything()
    {
        const int heard = 20;
        var phone = World.NewPhone(Channel.WhatsApp);
        for (var i = 0; i < heard; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await phone.AskAsync(i % 2 == 0 ? "hola" : "ayuda");
        }

        await World.StopHostAsync();
        await phone.TypeAsync("cambiar");
        await World.WhatsApp.Attempts.WaitForAsync(heard + 4 - 1);
        using var monitor = await RedisMonitor.StartAsync(Server);

        await World.StartHostAsync();

        (await phone.WaitForReplyAsync(heard)).Text.ShouldContain("Paso 1 de 6");
        // Else hosts that crash every few seconds would never come to the end of a long list.
        monitor.Commands.Count(command => command.StartsWith("GET {", StringComparison.Ordinal) && command.Contains("}:c:", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task R2_more_messages_than_a_record_remembers_are_not_answered_again()
    {
        const int heard = SeenIds.Kept + 10;
        var phone = World.NewPhone(Channel.WhatsApp);
        for (var i = 0; i < heard; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(0.5));
            await phone.AskAsync(i % 2 == 0 ? "hola" : "ayuda");
        }

        await World.StopHostAsync();
        await World.StartHostAsync();
        await PassAsync(TimeSpan.FromMinutes(1));

        phone.Replies.Count.ShouldBe(heard);
        (await phone.AskAsync("cambiar")).Text.ShouldContain("Paso 1 de 6");
    }

    [Fact]
    public async Task R4_what_Twilio_gave_up_on_while_it_already_brought_the_next_message_is_answered()
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        await World.StopHostAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        await phone.TypeAsync("cambiar");
        await World.WhatsApp.Attempts.WaitForAsync(4);
        Time.Advance(TimeSpan.FromSeconds(14));
        World.WhatsApp.Pause();
        World.WhatsApp.Faults.Next(new Demo.Wire.Fault.Refuse(500));
        var calls = World.WhatsApp.Calls.All.Count;
        await World.StartHostAsync();
        (await World.WhatsApp.Calls.WaitForAsync(calls)).Name.ShouldStartWith("GET");
        await World.WhatsApp.DeliverAsync((await phone.TypeAsync("ayuda")).Id);
        await phone.WaitForReplyAsync(1);

        await PassAsync(TimeSpan.FromMinutes(1), () => phone.Replies.Count > 2);

        phone.Replies[2].Text.ShouldContain("Paso 1 de 6");
    }

    [Fact]
    public async Task What_came_before_the_newest_message_that_was_answered_is_left()
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        await World.StopHostAsync();
        await phone.TypeAsync("cambiar");
        await World.WhatsApp.Attempts.WaitForAsync(4);
        Time.Advance(TimeSpan.FromMinutes(1));
        // Twilio's list is out of order at first, so that the next message is answered before.
        World.WhatsApp.Pause();
        World.WhatsApp.Faults.Next(new Demo.Wire.Fault.Refuse(500));
        var calls = World.WhatsApp.Calls.All.Count;
        await World.StartHostAsync();
        (await World.WhatsApp.Calls.WaitForAsync(calls)).Name.ShouldStartWith("GET");
        await World.WhatsApp.DeliverAsync((await phone.TypeAsync("ayuda")).Id);
        await phone.WaitForReplyAsync(1);

        await PassAsync(TimeSpan.FromMinutes(1));

        World.WhatsApp.Calls.All.Count(call => call.Name.StartsWith("GET", StringComparison.Ordinal) && call.Status == 200).ShouldBeGreaterThan(0);
        phone.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_host_that_never_ran_before_answers_nothing_old()
    {
        await using var fresh = await RedisServer.StartAsync();
        await using var world = await BotWorld.StartAsync(BotMode.Operator, fresh.Configuration, Time, startHost: false);
        var phone = world.NewPhone(Channel.WhatsApp);
        await phone.TypeAsync("hola");
        await world.WhatsApp.Attempts.WaitForAsync(3);

        await world.StartHostAsync();
        await PassAsync(TimeSpan.FromMinutes(1));

        phone.Replies.ShouldBeEmpty();
    }

    /// <summary>Lets time pass second by second, as the host lives through it.</summary>
    private async Task PassAsync(TimeSpan most, Func<bool>? until = null)
    {
        for (var passed = TimeSpan.Zero; passed < most && until?.Invoke() != true; passed += TimeSpan.FromSeconds(1))
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (until?.Invoke() == false)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }
}
