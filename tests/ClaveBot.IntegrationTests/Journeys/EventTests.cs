using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using ClaveBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>What one conversation says to another, from shard to shard, over three masters.</summary>
public sealed class EventTests(RedisCluster cluster) : IClassFixture<RedisCluster>, IAsyncLifetime
{
    private const DialogueText Said = DialogueText.Safety;

    private BotWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await BotWorld.StartAsync(BotMode.Operator, cluster.Configuration);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_event_is_told_once_and_leaves_the_step_as_it_is()
    {
        var (from, to) = await TwoShardsAsync();
        await to.AskAsync("cambiar");

        await SayAsync(from, to, "aviso-1", send: true);

        (await to.WaitForReplyAsync(2)).Text.ShouldBe(Said.Say(Language.Spanish, 10, _world.Url.Host, ""));
        await SentAsync(from);
        (await to.AskAsync("sí")).Text.ShouldContain("Paso 2 de 6");
        to.Replies.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_event_whose_sender_died_after_delivering_it_is_told_once()
    {
        var (from, to) = await TwoShardsAsync();

        // The sender's lease stands and its delivery is done; what it did not come to is the mark.
        await SayAsync(from, to, "aviso-2", send: false);
        await _world.Services.GetRequiredService<TurnHandler>().HandleAsync(IdOf(to), "aviso-2", new IncomingContent.Told(Said), CancellationToken.None);
        await to.WaitForReplyAsync(1);

        await SentAsync(from);
        (await to.AskAsync("ayuda")).Text.ShouldNotBe(Said.Say(Language.Spanish));
        to.Replies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_event_to_somebody_who_is_forgotten_is_over()
    {
        var (from, _) = await TwoShardsAsync();

        await SayAsync(from, _world.NewPhone(Channel.WhatsApp), "aviso-3", send: true);

        await SentAsync(from);
    }

    /// <summary>A turn of one conversation that says something to another.</summary>
    private async Task SayAsync(Phone from, Phone to, string eventId, bool send)
    {
        var store = _world.Services.GetRequiredService<ConversationStore>();
        CommitResult result;
        do
        {
            var record = (await store.LoadAsync(IdOf(from)))!;
            result = await store.CommitAsync(new()
            {
                Id = IdOf(from),
                Record = record,
                DueAt = _world.Services.GetRequiredService<Deadlines>().NextOf(record),
                Events = [new OutboxItem.Event(IdOf(to).Text, eventId, Said)],
            });
        }
        while (result is CommitResult.Conflict);

        var lane = result.ShouldBeOfType<CommitResult.Committed>().Lanes.ShouldHaveSingleItem();
        lane.Lane.ShouldBe(Lane.Events);
        if (send)
            _world.Services.GetRequiredService<OutboxSender>().Enqueue([lane]);
    }

    /// <summary>Waits until nothing of a conversation's events is unsent, by whoever sends it.</summary>
    private async Task SentAsync(Phone from)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var lane = RedisKeys.LaneOf(IdOf(from), Lane.Events);
        await using var redis = new RedisConnection(new() { Configuration = cluster.Configuration });
        while (await redis.RunAsync(db => db.KeyExistsAsync(lane)))
            await glance.WaitForNextTickAsync(patience.Token);
    }

    private async Task<(Phone From, Phone To)> TwoShardsAsync()
    {
        var from = _world.NewPhone(Channel.Telegram);
        Phone to;
        do
            to = _world.NewPhone(Channel.WhatsApp);
        while (IdOf(to).Shard == IdOf(from).Shard);
        await from.AskAsync("hola");
        await to.AskAsync("hola");
        return (from, to);
    }

    private ConversationId IdOf(Phone phone) =>
        ConversationId.Of(new(phone.Channel, phone.Chat), _world.Services.GetRequiredService<KeyRing>());
}
