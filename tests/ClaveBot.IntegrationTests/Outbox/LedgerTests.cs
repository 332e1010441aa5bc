using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.PasswordLinks;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Outbox;

/// <summary>What becomes of a message whose sender died between the messenger's yes and the mark.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task R1_on_WhatsApp_what_a_dead_sender_left_is_sent_unless_Twilio_has_it(bool wasSent)
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        var same = await phone.AskAsync("hola");
        var message = new OutgoingMessage(new(Channel.WhatsApp, phone.Chat), same.Text, []);
        var conversations = _world.Services.GetRequiredService<ConversationStore>();
        var id = ConversationId.Of(message.To, _world.Services.GetRequiredService<KeyRing>());
        // Who sent the answer would take up what comes before its mark.
        await UnsentIsGoneAsync(id);
        // A sender takes the lane, gives the message to Twilio, and is heard of no more.
        var record = (await conversations.LoadAsync(id)).ShouldNotBeNull();
        await conversations.CommitAsync(new() { Id = id, Record = record, DueAt = record.LastMessageAt.AddDays(30), Messages = [new(message)] });
        if (wasSent)
            await _world.Services.GetServices<IChannelSender>().Single(sender => sender.Channel == Channel.WhatsApp).SendAsync(message, CancellationToken.None);

        await UnsentIsGoneAsync(id);

        // The message before, word for word the same, is not taken for it.
        phone.Replies.Count.ShouldBe(2);
        await phone.AskAsync("cambiar");
        phone.Replies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_chat_that_blocked_the_bot_is_left_alone_until_the_person_writes_again()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await Journey.ToLinkAsync(phone);
        var said = phone.Replies.Count;
        var id = ConversationId.Of(new(Channel.Telegram, phone.Chat), _world.Services.GetRequiredService<KeyRing>());
        await phone.BlockAsync();
        await phone.TypeAsync("ayuda");
        var lost = await UntilAsync(id, record => record.IsUnreachable);

        await phone.UnblockAsync();
        var key = TurnLink.KeyOf(id, lost.Link, _world.Services.GetRequiredService<KeyRing>()).ShouldNotBeNull();
        (await _world.Services.GetRequiredService<TurnHandler>().HandleAsync(
            id, "a", new IncomingContent.LinkEnded(LinkEnd.TooManyTries, key), CancellationToken.None)).ShouldBe(TurnOutcome.Committed);

        (await phone.AskAsync("menú")).Text.ShouldContain("necesita hacer");
        phone.Replies.Count.ShouldBe(said + 1);
        await UntilAsync(id, record => !record.IsUnreachable);
    }

    private Task UnsentIsGoneAsync(ConversationId id) => WaitAsync(async () =>
        !await _world.Services.GetRequiredService<RedisConnection>().RunAsync(db => db.KeyExistsAsync($"{{{id.Shard}}}:o:{id.Text}")));

    private async Task<ConversationRecord> UntilAsync(ConversationId id, Predicate<ConversationRecord> isSo)
    {
        ConversationRecord? record = null;
        await WaitAsync(async () => (record = await _world.Services.GetRequiredService<ConversationStore>().LoadAsync(id)) is not null && isSo(record));
        return record!;
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!await isSo())
            await glance.WaitForNextTickAsync(patience.Token);
    }
}
