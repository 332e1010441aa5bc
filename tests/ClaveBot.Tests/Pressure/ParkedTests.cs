using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Store;
using ClaveBot.Keys;
using ClaveBot.Pressure;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace ClaveBot.Tests.Pressure;

/// <summary>A stored conversation that no key opens: its messages fail before the dialogue sees them.</summary>
public sealed class ParkedTests : IAsyncLifetime
{
    private const string Said = "mi secreto 1700000001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-parked-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration);
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_parked_without_its_body_and_told_once()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        await SpoilAsync(phone.Channel, phone.Chat);
        var message = new IncomingMessage(new(phone.Channel, phone.Chat), new(MessageQueue.Texts, "4242"), new IncomingContent.Text(Said));
        var turns = _world.Services.GetRequiredService<TurnHandler>();

        for (var failure = 1; failure < ParkedMessages.FailuresAllowed; failure++)
            await Should.ThrowAsync<UnreadableRecordException>(() => turns.HandleAsync(message, TestContext.Current.CancellationToken));
        (await turns.HandleAsync(message, TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.Parked);
        (await turns.HandleAsync(message, TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.Parked);

        (await phone.WaitForReplyAsync(1)).Text.ShouldContain("tuvimos un problema con su mensaje");
        var parked = (await ListAsync()).ShouldHaveSingleItem();
        parked.ShouldSatisfyAllConditions(
            () => parked.Id.ShouldBe("4242"),
            () => parked.Channel.ShouldBe(Channel.Telegram),
            () => parked.Exception.ShouldBe(nameof(UnreadableRecordException)),
            () => parked.Build.ShouldNotBeEmpty());
        (await DumpAsync()).ShouldNotContain(Said);
        phone.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Over_the_wire_the_messenger_stops_repeating_it()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        await SpoilAsync(phone.Channel, phone.Chat);

        (await phone.AskAsync("cambiar mi clave", TimeSpan.FromSeconds(60))).Text.ShouldContain("tuvimos un problema con su mensaje");

        (await ListAsync()).ShouldHaveSingleItem().Exception.ShouldBe(nameof(UnreadableRecordException));
    }

    [Fact]
    public async Task What_fails_once_and_then_works_is_not_parked()
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        var good = await SpoilAsync(phone.Channel, phone.Chat);
        var message = new IncomingMessage(new(phone.Channel, phone.Chat), new(MessageQueue.Texts, "SM1"), new IncomingContent.Text("menú"));
        var turns = _world.Services.GetRequiredService<TurnHandler>();

        await Should.ThrowAsync<UnreadableRecordException>(() => turns.HandleAsync(message, TestContext.Current.CancellationToken));
        await (await DatabaseAsync()).StringSetAsync(KeyOf(phone.Channel, phone.Chat), good);

        (await turns.HandleAsync(message, TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.Committed);
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_is_bounded_and_operators_can_read_it()
    {
        var parked = _world.Services.GetRequiredService<ParkedMessages>();
        for (var number = 0; number <= ParkedMessages.Kept; number++)
            await parked.ParkAsync($"{number}", Channel.Telegram, new InvalidOperationException(Said));

        var listed = await ListAsync();
        listed.Count.ShouldBe(ParkedMessages.Kept);
        listed[0].Id.ShouldBe($"{ParkedMessages.Kept}");
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri(_world.Settings["Admin:Urls"] + "/parked"), TestContext.Current.CancellationToken);
        page.ShouldContain("InvalidOperationException");
        page.ShouldNotContain(Said);
        using var outside = await http.GetAsync(new Uri(_world.Url, "/parked"), TestContext.Current.CancellationToken);
        outside.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private Task<IReadOnlyList<ParkedMessage>> ListAsync() => _world.Services.GetRequiredService<ParkedMessages>().ListAsync();

    private string KeyOf(Channel channel, string chat)
    {
        var id = ConversationId.Of(new(channel, chat), _world.Services.GetRequiredService<KeyRing>());
        return $"{{{id.Shard}}}:c:{id.Text}";
    }

    // Turns one bit of what is sealed over, and returns how it was.
    private async Task<byte[]> SpoilAsync(Channel channel, string chat)
    {
        var database = await DatabaseAsync();
        var good = (byte[])(await database.StringGetAsync(KeyOf(channel, chat)))!;
        byte[] bad = [.. good[..^1], (byte)(good[^1] ^ 1)];
        await database.StringSetAsync(KeyOf(channel, chat), bad);
        return good;
    }

    private async Task<string> DumpAsync()
    {
        var lines = await (await DatabaseAsync()).ListRangeAsync("{0}:parked");
        return string.Join('\n', lines.Select(line => line.ToString()));
    }

    private async Task<IDatabase> DatabaseAsync() => (await ConnectionMultiplexer.ConnectAsync(_redis.Configuration)).GetDatabase();

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
