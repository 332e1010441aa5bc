using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Store;
using ClaveBot.Pressure;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Pressure;

/// <summary>A flood in one chat, through the real host, on a clock of the test's own.</summary>
public sealed class FloodTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-flood-");
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(57));
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration, _time);
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task Beyond_the_limit_the_person_is_told_once_when_to_go_on_and_then_it_works(Channel channel)
    {
        var phone = await NewPhoneAsync(channel);
        var turns = await WriteAsync(phone, FloodLimit.Messages + 20);

        turns.Take(FloodLimit.Messages).ShouldAllBe(turn => turn == TurnOutcome.Committed);
        turns.Skip(FloodLimit.Messages).ShouldAllBe(turn => turn == TurnOutcome.Refused);
        (await phone.WaitForReplyAsync(FloodLimit.Messages)).Text.ShouldContain("Escriba de nuevo en 10 segundos");

        _time.Advance(FloodLimit.Break);
        (await phone.AskAsync("menú")).Text.ShouldContain("¿Qué necesita hacer?");
        phone.Replies.Count.ShouldBe(FloodLimit.Messages + 2);
    }

    [Fact]
    public async Task Twenty_messages_at_once_are_all_answered_and_another_chat_is_not_concerned()
    {
        var (fast, calm) = (await NewPhoneAsync(Channel.Telegram), await NewPhoneAsync(Channel.Telegram));
        await WriteAsync(fast, FloodLimit.Messages);

        (await WriteAsync(calm, 19)).ShouldAllBe(turn => turn == TurnOutcome.Committed);
        await calm.WaitForReplyAsync(19);
        calm.Replies.ShouldNotContain(reply => reply.Text.Contains("segundos", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redeliveries_do_not_count()
    {
        var phone = await NewPhoneAsync(Channel.Telegram);
        await WriteAsync(phone, 1);
        var turns = _world.Services.GetRequiredService<TurnHandler>();
        for (var again = 0; again < 3 * FloodLimit.Messages; again++)
            (await turns.HandleAsync(Message(phone, 0), TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.SeenBefore);

        (await turns.HandleAsync(Message(phone, 1), TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.Committed);
        (await phone.WaitForReplyAsync(2)).Text.ShouldNotContain("segundos");
    }

    // Nobody can be written to who never wrote.
    private async Task<Phone> NewPhoneAsync(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        await phone.AskAsync("hola");
        return phone;
    }

    private async Task<List<TurnOutcome>> WriteAsync(Phone phone, int messages)
    {
        var turns = _world.Services.GetRequiredService<TurnHandler>();
        var outcomes = new List<TurnOutcome>();
        for (var number = 0; number < messages; number++)
            outcomes.Add(await turns.HandleAsync(Message(phone, number), TestContext.Current.CancellationToken));
        return outcomes;
    }

    private static IncomingMessage Message(Phone phone, int number) => new(
        new(phone.Channel, phone.Chat), new(MessageQueue.Texts, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{900000 + number}")), new IncomingContent.Text("hola"));

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
