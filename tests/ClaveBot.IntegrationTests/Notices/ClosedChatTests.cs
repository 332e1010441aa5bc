using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Pressure;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>WhatsApp closes a chat 24 hours after the person's last message; who changes a clave unasked would wait that long.</summary>
public sealed class ClosedChatTests : NoticeWorld
{
    private const string Body = "Aviso de seguridad. {{1}} Si no fue usted, responda «no fui yo» en este chat.";

    [Fact]
    public async Task L6_a_chat_that_WhatsApp_closed_hears_by_an_approved_template()
    {
        await WithTemplateAsync(World.WhatsApp.AddTemplate(Body));
        var owner = await KnownAsync(Channel.WhatsApp);
        Time.Advance(TimeSpan.FromHours(25));
        var said = owner.Replies.Count;

        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);

        var alert = await owner.WaitForReplyAsync(said);
        alert.Text.ShouldBe("Aviso de seguridad. Se cambió la clave de una cuenta que se usó en este chat. Fue desde otro chat, el 8 de enero a las 08:00. Si no fue usted, responda «no fui yo» en este chat.");
        (await owner.AskAsync("no fui yo")).Text.ShouldContain("¿La congelo?");
    }

    [Fact]
    public async Task L6_of_a_freeze_a_closed_chat_hears_too()
    {
        await WithTemplateAsync(World.WhatsApp.AddTemplate(Body));
        var owner = await KnownAsync(Channel.Telegram);
        var other = await KnownAsync(Channel.WhatsApp);
        await ADayLaterAsync(owner);
        var said = owner.Replies.Count;
        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);
        await owner.WaitForReplyAsync(said);
        await UntilAsync(() => Task.FromResult(other.Replies[^1].Text.Contains("Se cambió", StringComparison.Ordinal)));

        await owner.AskAsync("no fui yo");
        await owner.TypeAsync("1");

        await UntilAsync(() => Task.FromResult(other.Replies[^1].Text.Contains("Se congeló una cuenta", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_template_a_closed_chat_hears_when_the_person_writes_next()
    {
        var owner = await KnownAsync(Channel.WhatsApp);
        Time.Advance(TimeSpan.FromHours(25));
        var said = owner.Replies.Count;

        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);

        await UntilAsync(async () => await Scrape.ReadAsync(World, "clavebot_outbox_undeliverable_total{route=\"WhatsApp\",reason=\"WhatsApp:Templates:Alert is empty\"}") == 1);
        owner.Replies.Count.ShouldBe(said);
        (await owner.AskAsync("hola")).Text.ShouldContain(Alert);
    }

    [Fact]
    public async Task A_template_that_WhatsApp_did_not_approve_is_counted_and_not_tried_again()
    {
        await WithTemplateAsync(World.WhatsApp.AddTemplate(Body, approval: "pending"));
        var owner = await KnownAsync(Channel.WhatsApp);
        Time.Advance(TimeSpan.FromHours(25));
        var calls = World.WhatsApp.Calls.All.Count;

        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);

        await UntilAsync(async () => await Scrape.ReadAsync(World, "clavebot_whatsapp_failed_total{code=\"63016\"}") == 1);
        World.WhatsApp.Calls.All.Count.ShouldBe(calls + 1);
        (await owner.AskAsync("hola")).Text.ShouldContain(Alert);
    }

    private async Task WithTemplateAsync(string sid)
    {
        await World.StopHostAsync();
        World.Set("WhatsApp:Templates:Alert", sid);
        await World.StartHostAsync();
    }
}
