using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Store;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Conversation;

/// <summary>What the bot itself breaks on holds nobody up: the person is told, and the messenger does not repeat it for a day.</summary>
public sealed class PoisonTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-poison-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration);
    }

    [Fact]
    public async Task A_message_that_breaks_the_bot_is_answered_once_and_acknowledged()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var said = phone.Replies.Count;
        var turns = _world.Services.GetRequiredService<TurnHandler>();
        // Nothing that a messenger can send breaks a turn as far as is known, so this is something it cannot send.
        var poison = new IncomingMessage(new(phone.Channel, phone.Chat), new(MessageQueue.Texts, "77"), new IncomingContent.Text(null!));

        (await turns.HandleAsync(poison, TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.Committed);
        (await turns.HandleAsync(poison, TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.SeenBefore);

        (await phone.WaitForReplyAsync(said)).Text.ShouldContain("no lo puedo leer");
        (await phone.AskAsync("ayuda")).Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_must_not_be_forgotten_yet_is_not_looked_at_every_second()
    {
        var services = _world.Services;
        var chat = new ChatAddress(Channel.Telegram, "4711");
        var id = ConversationId.Of(chat, services.GetRequiredService<ClaveBot.Keys.KeyRing>());
        var longAgo = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-90);
        await services.GetRequiredService<ConversationStore>().CommitAsync(new()
        {
            Id = id,
            Record = new() { Chat = chat, LastMessageAt = longAgo },
            DueAt = longAgo,
            Messages = [new(new OutgoingMessage(chat, "sin enviar", []))],
        });
        var entry = new DueEntry.Timer(id);

        await services.GetRequiredService<DueConversation>().LookAsync(entry, TestContext.Current.CancellationToken);

        (await services.GetRequiredService<DueIndex>().ReadAsync()).ShouldNotContain(entry);
        (await services.GetRequiredService<ConversationStore>().LoadAsync(id)).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
