using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Retention is an entry of the due index like any other.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 7, 12, 0, 0, TimeSpan.Zero));
    private RedisServer _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, _time, startHost: false);
        _world.Set("Retention:Conversation", "1.00:00:00");
        await _world.StartHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_conversation_is_forgotten_counted_from_the_last_thing_that_happened_in_it()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await Journey.ToLinkAsync(phone);
        var lastMessage = _time.GetUtcNow();
        var said = phone.Replies.Count;
        await UntilAsync(() => Task.FromResult(phone.Replies.Count > said));
        var expired = _time.GetUtcNow();
        expired.ShouldBeGreaterThan(lastMessage + TimeSpan.FromMinutes(9));

        _time.SetUtcNow(lastMessage + Kept + TimeSpan.FromMinutes(1));
        await LooksTwiceAsync();
        (await LoadAsync(phone)).ShouldNotBeNull();

        _time.SetUtcNow(expired + Kept);
        await UntilAsync(async () => await LoadAsync(phone) is null);
        (await _redis.AskAsync("--scan", "--pattern", "*:due")).Trim().ShouldBeEmpty();
        (await _redis.AskAsync("--scan", "--pattern", "*:c:*")).Trim().ShouldBeEmpty();
    }

    private Task<ConversationRecord?> LoadAsync(Demo.Phones.Phone phone) => _world.Services.GetRequiredService<ConversationStore>()
        .LoadAsync(ConversationId.Of(new(phone.Channel, phone.Chat), _world.Services.GetRequiredService<KeyRing>()));

    // Whoever writes now has been looked at by the due loop's next round, and the one after it.
    private async Task LooksTwiceAsync()
    {
        using var monitor = await RedisMonitor.StartAsync(_redis);
        await UntilAsync(() => Task.FromResult(monitor.Commands.Count(command => command == "ZRANGEBYSCORE") > 3 * 256));
    }

    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
