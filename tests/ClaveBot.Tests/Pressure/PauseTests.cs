using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Store;
using ClaveBot.Keys;
using ClaveBot.Pressure;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Pressure;

/// <summary>The operators' switch, through the real host.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-pause-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    private PauseSwitch Switch => _world.Services.GetRequiredService<PauseSwitch>();

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration);
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task While_paused_each_chat_is_told_once_and_nothing_moves(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        await phone.AskAsync("hola");
        await phone.AskAsync("cambiar mi clave");
        await Switch.OnAsync(until: null);

        (await phone.AskAsync("siguiente")).Text.ShouldContain("mantenimiento");
        var before = await RecordAsync(phone.Channel, phone.Chat);
        var handler = _world.Services.GetRequiredService<TurnHandler>();
        for (var again = 0; again < 3; again++)
        {
            var message = new IncomingMessage(new(phone.Channel, phone.Chat), new(MessageQueue.Texts, $"80{again}"), new IncomingContent.Text("siguiente"));
            (await handler.HandleAsync(message, TestContext.Current.CancellationToken)).ShouldBe(TurnOutcome.Refused);
        }

        (await RecordAsync(phone.Channel, phone.Chat)).Revision.ShouldBe(before.Revision);
        await Switch.OffAsync();
        (await phone.AskAsync("siguiente")).Text.ShouldContain("Paso 2 de 6");
        phone.Replies.Count.ShouldBe(4);
        (await RecordAsync(phone.Channel, phone.Chat)).PauseTold.ShouldBe(0);
    }

    [Fact]
    public async Task With_an_end_it_is_said_and_it_ends_by_itself()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        var end = TimeProvider.System.GetUtcNow().AddDays(2);
        await Switch.OnAsync(end);

        var there = TimeZoneInfo.ConvertTime(end, TimeZoneInfo.FindSystemTimeZoneById("America/Guayaquil"));
        (await phone.AskAsync("hola")).Text.ShouldContain($"a partir de las {there:HH:mm} del {there.Day} de ");
        new Pause(end, end).IsOver(end).ShouldBeTrue();
        new Pause(end, end).IsOver(end.AddSeconds(-1)).ShouldBeFalse();
        await Switch.OnAsync(TimeProvider.System.GetUtcNow());
        (await phone.AskAsync("hola")).Text.ShouldContain("¿Qué necesita hacer?");
    }

    [Fact]
    public async Task Another_instance_sees_it_within_seconds()
    {
        await using var elsewhere = new RedisConnection(new RedisSettings { Configuration = _redis.Configuration });
        await new PauseSwitch(elsewhere, TimeProvider.System).OnAsync(until: null);

        await SeesAsync(paused: true);
        await new PauseSwitch(elsewhere, TimeProvider.System).OffAsync();
        await SeesAsync(paused: false);
    }

    [Fact]
    public async Task Turned_on_again_nobody_is_told_twice()
    {
        await Switch.OnAsync(until: null);
        var first = await Switch.ReadAsync();
        await Switch.OnAsync(TimeProvider.System.GetUtcNow().AddHours(1));

        (await Switch.ReadAsync())!.Id.ShouldBe(first!.Id);
    }

    [Fact]
    public async Task Pages_are_unavailable_and_then_work_again()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var link = Journey.LinkOf(await phone.AskAsync("cambiar mi clave"));
        using var browser = new PageClient(_world.Url);
        (await browser.GetAsync(link)).Result.ShouldBe("guide");

        await Switch.OnAsync(until: null);
        (await browser.GetAsync(link)).Result.ShouldBe("unavailable");
        await Switch.OffAsync();
        (await browser.GetAsync(link)).Result.ShouldBe("guide");
    }

    private async Task SeesAsync(bool paused)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (await Switch.NowAsync() is not null != paused)
            await glance.WaitForNextTickAsync(patience.Token);
    }

    private async Task<ConversationRecord> RecordAsync(Channel channel, string chat) =>
        (await _world.Services.GetRequiredService<ConversationStore>()
            .LoadAsync(ConversationId.Of(new(channel, chat), _world.Services.GetRequiredService<KeyRing>())))!;

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
