using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.WhatsApp;
using ClaveBot.IntegrationTests.Pressure;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>What only WhatsApp does: buttons and lists, STOP, and telling later what became of a message.</summary>
public sealed class WhatsAppChatTests() : WorldInTime(("WhatsApp:QuickReplies", "true"))
{
    private WhatsAppPhone Phone { get; set; } = null!;

    [Fact]
    public async Task Few_options_are_buttons_and_many_are_a_list_and_the_text_says_none_of_them_again()
    {
        Phone = (WhatsAppPhone)World.NewPhone(Channel.WhatsApp);

        var menu = await Phone.AskAsync("hola");
        var step = await Phone.ChooseAsync("Cambiar mi clave");

        menu.ListLabel.ShouldBe("Ver opciones");
        menu.Buttons.Select(button => button.Label).ShouldContain("¿Es seguro?");
        menu.Text.ShouldNotContain("¿Es seguro?");
        step.ListLabel.ShouldBeNull();
        step.Buttons.Select(button => button.Label).ShouldContain("No la recuerdo");
        step.Text.ShouldContain("Paso 1 de 6");
        (await Phone.AskAsync("1")).Text.ShouldContain("Paso 2 de 6");
    }

    [Fact]
    public async Task A_button_of_yesterday_is_answered_in_words()
    {
        Phone = (WhatsAppPhone)World.NewPhone(Channel.WhatsApp);
        var menu = await Phone.AskAsync("hola");
        await Phone.ChooseAsync("Cambiar mi clave");
        var said = Phone.Replies.Count;

        await Phone.PressAsync(menu, menu.Buttons[0]);

        var reply = await Phone.WaitForReplyAsync(said);
        reply.Text.ShouldContain("Ese botón es de un mensaje anterior");
        reply.Text.ShouldContain("Paso 1 de 6");
    }

    [Fact]
    public async Task Who_writes_STOP_hears_nothing_until_START()
    {
        Phone = (WhatsAppPhone)World.NewPhone(Channel.WhatsApp);
        await Phone.AskAsync("hola");

        await Phone.TypeAsync("STOP");
        await UntilAsync(async () => (await RecordAsync())!.IsUnreachable);
        (await Phone.AskAsync("START")).Text.ShouldContain("¿Qué necesita hacer?");

        Phone.Replies.Count.ShouldBe(2);
        (await RecordAsync())!.IsUnreachable.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_writes_STOP_first_is_not_even_greeted()
    {
        Phone = (WhatsAppPhone)World.NewPhone(Channel.WhatsApp);

        await Phone.TypeAsync("Stop");
        await UntilAsync(async () => await RecordAsync() is { IsUnreachable: true });
        await Phone.AskAsync("hola");

        Phone.Replies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_became_of_messages_is_counted_once_in_whatever_order_it_is_told()
    {
        Phone = (WhatsAppPhone)World.NewPhone(Channel.WhatsApp);
        var menu = await Phone.AskAsync("hola");
        await UntilAsync(async () => await CountedAsync("status=\"read\"") == 1);

        foreach (var status in new[] { "sent", "read", "failed", "delivered", "sent" })
            await TellAsync(menu, status, code: null, Time.GetUtcNow());

        foreach (var status in new[] { "sent", "delivered", "read" })
            (await CountedAsync($"status=\"{status}\"")).ShouldBe(1);
        await TellAsync(menu with { Id = "SM" + new string('1', 32) }, "read", code: null, Time.GetUtcNow());
        foreach (var status in new[] { "sent", "delivered", "read" })
            (await CountedAsync($"status=\"{status}\"")).ShouldBe(2);
    }

    [Theory]
    [InlineData(63014, true)]
    [InlineData(63024, true)]
    [InlineData(21610, true)]
    [InlineData(63016, false)]
    [InlineData(63018, false)]
    public async Task Who_takes_nothing_any_more_is_remembered_when_it_is_told_later(int code, bool unreachable)
    {
        Phone = (WhatsAppPhone)World.NewPhone(Channel.WhatsApp);
        var menu = await Phone.AskAsync("hola");

        await TellAsync(menu with { Id = "SM" + new string('1', 32) }, "undelivered", code, Time.GetUtcNow() + TimeSpan.FromSeconds(1));

        (await RecordAsync())!.IsUnreachable.ShouldBe(unreachable);
        await UntilAsync(async () => await Scrape.ReadAsync(World, $"clavebot_whatsapp_failed_total{{code=\"{code}\"}}") == 1);
    }

    [Fact]
    public async Task Who_wrote_after_that_message_was_sent_is_reachable()
    {
        Phone = (WhatsAppPhone)World.NewPhone(Channel.WhatsApp);
        var menu = await Phone.AskAsync("hola");

        await TellAsync(menu with { Id = "SM" + new string('1', 32) }, "failed", 63014, Time.GetUtcNow() - TimeSpan.FromSeconds(1));

        (await RecordAsync())!.IsUnreachable.ShouldBeFalse();
    }

    private Task TellAsync(PhoneMessage message, string status, int? code, DateTimeOffset sentAt) => World.WhatsApp.TellStatusAsync(
        new Uri(StatusCallback.Of(World.Services.GetRequiredService<ClaveBotSettings>(), sentAt)), message.Chat, message.Id, status, code);

    private Task<double> CountedAsync(string label) => Scrape.ReadAsync(World, $"clavebot_whatsapp_status_total{{{label}}}");

    private async Task<ConversationRecord?> RecordAsync() => await World.Services.GetRequiredService<ConversationStore>()
        .LoadAsync(ConversationId.Of(new(Channel.WhatsApp, Phone.Chat), World.Services.GetRequiredService<KeyRing>()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!await isSo())
            await glance.WaitForNextTickAsync(patience.Token);
    }
}
