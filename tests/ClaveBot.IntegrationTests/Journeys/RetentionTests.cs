using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Retention is an entry of the due index like any other.</summary>
public sealed class RetentionTests() : WorldInTime(("Retention:Conversation", "1.00:00:00"))
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_conversation_is_forgotten_counted_from_the_last_thing_that_happened_in_it()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await Journey.ToLinkAsync(phone);
        var lastMessage = Time.GetUtcNow();
        var said = phone.Replies.Count;
        await UntilAsync(() => Task.FromResult(phone.Replies.Count > said));
        var expired = Time.GetUtcNow();
        expired.ShouldBeGreaterThan(lastMessage + TimeSpan.FromMinutes(9));

        Time.SetUtcNow(lastMessage + Kept + TimeSpan.FromMinutes(1));
        await LooksTwiceAsync();
        (await LoadAsync(phone)).ShouldNotBeNull();

        Time.SetUtcNow(expired + Kept);
        await UntilAsync(async () => await LoadAsync(phone) is null);
        (await Server.AskAsync("--scan", "--pattern", "*:due")).Trim().ShouldBeEmpty();
        (await Server.AskAsync("--scan", "--pattern", "*:c:*")).Trim().ShouldBeEmpty();
    }

    private Task<ConversationRecord?> LoadAsync(Demo.Phones.Phone phone) => World.Services.GetRequiredService<ConversationStore>()
        .LoadAsync(ConversationId.Of(new(phone.Channel, phone.Chat), World.Services.GetRequiredService<KeyRing>()));

    // Whoever writes now has been looked at by the due loop's next round, and the one after it.
    private async Task LooksTwiceAsync()
    {
        using var monitor = await RedisMonitor.StartAsync(Server);
        await UntilAsync(() => Task.FromResult(monitor.Commands.Count(command => command == "ZRANGEBYSCORE") > 3 * 256));
    }

    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
