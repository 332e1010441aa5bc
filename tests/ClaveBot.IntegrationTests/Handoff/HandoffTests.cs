using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Telegram;
using ClaveBot.Handoff;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Handoff;

/// <summary>Writing to a person, over a real Redis and two instances: each text once, and nothing that fails fails unheard.</summary>
public sealed class HandoffTests() : WorldInTime(("Operators:TelegramGroup", "-1001"))
{
    private TelegramPhone Group => World.Telegram.InGroup(-1001, 770000001, "Operadora");

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task R2_what_is_delivered_on_two_instances_at_once_is_told_once(Channel channel)
    {
        await using var other = await World.StartAnotherHostAsync();
        var person = await TalkAsync(channel);
        var asked = await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);

        var answer = new CaseEvent { Id = "case:1", Kind = CaseEventKind.Answered, Case = IdOf(person).Text, Text = "Espere un momento" };
        var question = new CaseEvent { Id = "case:2", Kind = CaseEventKind.Asked, Case = IdOf(person).Text, Text = "Otra pregunta", Channel = channel };
        await Task.WhenAll(Enumerable.Range(0, 8).SelectMany(i => new[] { answer, question }.Select(said => DeliverAsync(i % 2 == 0 ? World.Services : other.Services, said))));

        await GroupSeesAsync("Otra pregunta");
        await Journey.HearAsync(person, 2, "Espere un momento");
        await AnswerAsync(person, asked, "Ya está");
        person.Replies.Count(reply => reply.Text.Contains("Espere un momento")).ShouldBe(1);
        Group.Replies.Count(reply => reply.Text.Contains("Otra pregunta")).ShouldBe(1);
    }

    [Fact]
    public async Task R2_an_operators_reply_that_is_delivered_again_and_at_once_is_told_once()
    {
        var person = await TalkAsync(Channel.Telegram);
        var asked = await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);
        await AnswerAsync(person, asked, "Espere un momento");
        var update = World.Telegram.Attempts.All.Select(attempt => long.Parse(attempt.Id, CultureInfo.InvariantCulture)).Max();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => World.Telegram.DeliverAsync(update)));

        await AnswerAsync(person, asked, "Ya está");
        person.Replies.Count(reply => reply.Text.Contains("Espere un momento")).ShouldBe(1);
    }

    [Fact]
    public async Task R1_who_died_after_delivering_delivers_nothing_twice()
    {
        var person = await TalkAsync(Channel.WhatsApp);
        await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        var asked = new CaseEvent { Id = "case:3", Kind = CaseEventKind.Asked, Case = IdOf(person).Text, Text = "Otra pregunta", Channel = Channel.WhatsApp };
        var answer = new CaseEvent { Id = "case:4", Kind = CaseEventKind.Answered, Case = IdOf(person).Text, Text = "Espere un momento" };

        // Committed and delivered; what its sender did not come to is the mark.
        await CommitAsync(IdOf(person), asked);
        await CommitAsync(ConversationId.Of(new(Channel.Telegram, "-1001"), Keys), answer);
        await DeliverAsync(World.Services, asked);
        await DeliverAsync(World.Services, answer);
        await UntilAsync(async () => !await HasEventsAsync(IdOf(person)) && !await HasEventsAsync(ConversationId.Of(new(Channel.Telegram, "-1001"), Keys)));

        await InGroupAsync(() => person.TypeAsync("gracias"), "gracias");
        Group.Replies.Count(reply => reply.Text.Contains("Otra pregunta")).ShouldBe(1);
        person.Replies.Count(reply => reply.Text.Contains("Espere un momento")).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_to_somebody_who_erased_everything_is_told_to_the_group_and_to_nobody_else()
    {
        var person = await TalkAsync(Channel.Telegram);
        var asked = await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);
        await InGroupAsync(() => person.TypeAsync("/borrar"), "volvió al bot");
        await person.WaitForReplyAsync(2);
        (await person.AskAsync("borrar todo")).Text.ShouldContain("orré");
        var heard = person.Replies.Count;

        await InGroupAsync(() => Group.ReplyAsync(asked, "Espere un momento"), "su respuesta no llegó");

        person.Replies.Count.ShouldBe(heard);
    }

    [Fact]
    public async Task An_answer_to_somebody_who_blocked_the_bot_is_told_to_the_group()
    {
        var person = await TalkAsync(Channel.Telegram);
        var asked = await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);
        await person.BlockAsync();

        // The first one finds it out; the second one knows.
        await InGroupAsync(() => Group.ReplyAsync(asked, "Espere un momento"), "bloqueó el bot");
        await InGroupAsync(() => Group.ReplyAsync(asked, "¿Hola?"), "bloqueó el bot");

        await person.UnblockAsync();
        await InGroupAsync(() => person.TypeAsync("ya volví"), "ya volví");
        await AnswerAsync(person, asked, "Qué bueno");
    }

    [Fact]
    public async Task On_WhatsApp_an_answer_after_a_day_is_told_to_the_group()
    {
        Time.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(7));
        var person = await TalkAsync(Channel.WhatsApp);
        var asked = await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);

        // From Friday at four to Monday at half past eight.
        Time.Advance(TimeSpan.FromHours(64.5));
        await InGroupAsync(() => Group.ReplyAsync(asked, "Espere un momento"), "63016");

        person.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_writes_into_a_group_that_is_gone_hears_so_each_time()
    {
        var person = await TalkAsync(Channel.WhatsApp);
        await Group.BlockAsync();

        await Journey.HearAsync(person, 1, "Su mensaje no llegó", () => person.TypeAsync("¿Qué hago?"));
        var heard = person.Replies.Count;
        await Journey.HearAsync(person, heard, "Su mensaje no llegó", () => person.TypeAsync("¿Hola?"));
    }

    [Fact]
    public async Task L3_who_erases_hears_that_a_person_still_has_what_was_written()
    {
        var person = await TalkAsync(Channel.Telegram);
        await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);

        await person.AskAsync("bot");
        await person.AskAsync("borrar mis datos");
        (await person.AskAsync("borrar todo")).Text.ShouldContain("ella todavía tiene esos mensajes");
    }

    [Fact]
    public async Task R6_nobody_answers_and_the_bot_takes_over_once_after_a_restart_on_two_instances()
    {
        var person = await TalkAsync(Channel.Telegram);
        await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);
        await World.StopHostAsync();

        Time.Advance(TimeSpan.FromHours(3));
        await World.StartHostAsync();
        await using var other = await World.StartAnotherHostAsync();

        await UntilAsync(() => Task.FromResult(person.Replies.Count > 2 && Group.Replies.Any(reply => reply.Text.Contains("pasó el tiempo"))));
        (await person.AskAsync("cambiar mi clave")).Text.ShouldContain("Paso 1 de 6");
        person.Replies.Count(reply => reply.Text.Contains("Nadie pudo contestarle")).ShouldBe(1);
        person.Replies.Count.ShouldBe(4);
        Group.Replies.Count(reply => reply.Text.Contains("pasó el tiempo")).ShouldBe(1);
    }

    [Fact]
    public async Task S_a_reply_in_another_group_or_to_a_copied_text_reaches_nobody()
    {
        var person = await TalkAsync(Channel.Telegram);
        var asked = await InGroupAsync(() => person.TypeAsync("¿Qué hago?"), "¿Qué hago?");
        await person.WaitForReplyAsync(1);
        var foreign = World.Telegram.InGroup(-2002, 770000002, "Otra");
        await foreign.TypeAsync("hola a todos");

        await foreign.ReplyAsync(asked, "desde otro grupo");
        (await foreign.WaitForReplyAsync(0)).Text.ShouldContain("en privado");
        await Group.ReplyAsync(await Group.TypeAsync(asked.Text), "a una copia");
        await Group.TypeAsync("sin responder a nada");

        await AnswerAsync(person, asked, "Ya está");
        person.Replies.Count.ShouldBe(3);
        Group.Replies.Count.ShouldBe(1);
    }

    /// <summary>Somebody who asked for a person in office hours, and was told what happens next.</summary>
    private async Task<Phone> TalkAsync(Channel channel)
    {
        Time.Advance(TimeSpan.FromHours(2));
        await Group.TypeAsync("buenos días");
        var person = World.NewPhone(channel);
        (await person.AskAsync("escribir a alguien")).Text.ShouldContain("la lee una persona");
        return person;
    }

    private async Task<PhoneMessage> InGroupAsync(Func<Task> act, string text)
    {
        var seen = Group.Replies.Count;
        await act();
        return await Journey.HearAsync(Group, seen, text);
    }

    private Task<PhoneMessage> GroupSeesAsync(string text) => Journey.HearAsync(Group, 0, text);

    private async Task AnswerAsync(Phone person, PhoneMessage asked, string text)
    {
        var heard = person.Replies.Count;
        await Group.ReplyAsync(asked, text);
        await Journey.HearAsync(person, heard, text);
    }

    private static Task<SendResult> DeliverAsync(IServiceProvider services, CaseEvent said) =>
        services.GetRequiredService<CaseEvents>().DeliverAsync(said, CancellationToken.None);

    /// <summary>A turn whose events nobody sends: its sender holds the lease and is dead.</summary>
    private async Task CommitAsync(ConversationId id, CaseEvent said)
    {
        var store = World.Services.GetRequiredService<ConversationStore>();
        CommitResult result;
        do
        {
            var record = (await store.LoadAsync(id))!;
            result = await store.CommitAsync(new()
            {
                Id = id,
                Record = record,
                DueAt = World.Services.GetRequiredService<Deadlines>().NextOf(record),
                Events = [new OutboxItem.Case(said)],
            });
        }
        while (result is CommitResult.Conflict);
    }

    private Task<bool> HasEventsAsync(ConversationId id) =>
        World.Services.GetRequiredService<RedisConnection>().RunAsync(db => db.KeyExistsAsync(RedisKeys.LaneOf(id, Lane.Events)));

    /// <summary>Lets seconds pass until it is so.</summary>
    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!await isSo())
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await glance.WaitForNextTickAsync(patience.Token);
        }
    }

    private KeyRing Keys => World.Services.GetRequiredService<KeyRing>();

    private ConversationId IdOf(Phone phone) => ConversationId.Of(new(phone.Channel, phone.Chat), Keys);
}
