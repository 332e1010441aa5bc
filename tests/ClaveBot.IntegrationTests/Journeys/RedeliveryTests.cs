using System.Globalization;
using System.Net;
using ClaveBot.Channels;
using ClaveBot.Demo.Telegram;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>R2 and S1 over the wires: the same message again has one effect, and nobody else gets in.</summary>
public sealed class RedeliveryTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    [Fact]
    public async Task R2_the_same_update_again_and_at_once_has_one_effect()
    {
        var phone = world.Bot.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var update = long.Parse(world.Bot.Telegram.Attempts.All[^1].Id, CultureInfo.InvariantCulture);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.Bot.Telegram.DeliverAsync(update)));

        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        (await phone.AskAsync("cambiar")).Text.ShouldContain("Paso 1 de 6");
        phone.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task R2_the_same_MessageSid_again_and_at_once_has_one_effect()
    {
        var phone = world.Bot.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        var sid = phone.Transcript[0].Id;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.Bot.WhatsApp.DeliverAsync(sid)));

        (await phone.AskAsync("cambiar")).Text.ShouldContain("Paso 1 de 6");
        phone.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_button_of_an_older_message_is_answered_in_words()
    {
        var phone = (TelegramPhone)world.Bot.NewPhone(Channel.Telegram);
        var menu = await phone.AskAsync("hola");
        await phone.AskAsync("cambiar");
        var said = phone.Replies.Count;

        await phone.PressAsync(menu, menu.Buttons[1]);

        var reply = await phone.WaitForReplyAsync(said);
        reply.Text.ShouldContain("mensaje anterior");
        reply.Text.ShouldContain("Paso 1 de 6");
    }
}
