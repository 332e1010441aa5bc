using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Journeys;

namespace ClaveBot.IntegrationTests.Outbox;

/// <summary>The buttons of a finished step disappear; those of a step that goes on stay.</summary>
public sealed class KeyboardTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    [Fact]
    public async Task When_the_step_moves_on_the_buttons_of_the_message_before_are_taken_away()
    {
        var phone = world.Bot.NewPhone(Channel.Telegram);
        var menu = await phone.AskAsync("hola");
        menu.Buttons.ShouldNotBeEmpty();

        await phone.ChooseAsync(menu.Buttons[0].Label);

        await WithoutButtonsAsync(phone, menu);
        phone.Replies[^1].Buttons.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Also_after_a_typed_answer_and_over_a_restart_of_the_host()
    {
        var phone = world.Bot.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var question = await phone.AskAsync("cambiar");
        await world.Bot.StopHostAsync();
        await world.Bot.StartHostAsync();

        await phone.AskAsync("sí");

        await WithoutButtonsAsync(phone, question);
    }

    [Fact]
    public async Task While_the_step_goes_on_nothing_is_asked_of_Telegram()
    {
        var phone = world.Bot.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var calls = Edits();
        await phone.AskAsync("ayuda");
        await phone.AskAsync("menú");

        var other = world.Bot.NewPhone(Channel.Telegram);
        var menu = await other.AskAsync("hola");
        await other.AskAsync("cambiar");
        await WithoutButtonsAsync(other, menu);
        Edits().ShouldBe(calls + 1);
    }

    [Fact]
    public async Task A_refused_removal_is_nobodys_trouble()
    {
        var phone = world.Bot.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        await phone.AskAsync("cambiar");
        world.Bot.Telegram.Faults.Next(new Demo.Wire.Fault.Refuse(500));

        await phone.AskAsync("sí");
        (await phone.AskAsync("sí")).Text.ShouldContain("Paso 3 de 6");
    }

    private int Edits() => world.Bot.Telegram.Calls.All.Count(call => call.Name == "editMessageReplyMarkup");

    private static async Task WithoutButtonsAsync(Phone phone, PhoneMessage message)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (phone.Transcript.Single(other => other.Id == message.Id).Buttons.Count > 0)
            await glance.WaitForNextTickAsync(patience.Token);
    }
}
