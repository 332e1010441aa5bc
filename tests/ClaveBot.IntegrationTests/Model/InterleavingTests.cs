using System.Security.Cryptography;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Redis;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>R3: two instances on one Redis, messages of one chat on both at once: no step is lost, none is repeated.</summary>
public sealed class InterleavingTests
{
    private const int PerChat = 40;

    [Fact]
    public Task R3_two_instances_lose_and_repeat_no_step() => PlayAsync(turns: 2_000);

    [Fact, Trait("Run", "Long")]
    public Task R3_two_instances_lose_and_repeat_no_step_in_20_000_turns() => PlayAsync(turns: 20_000);

    private static async Task PlayAsync(int turns)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var twins = await Twins.StartAsync(redis.Configuration);
        var chats = Enumerable.Range(1, turns / PerChat).Select(chat => $"{chat}").ToList();

        await Parallel.ForEachAsync(chats, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (chat, _) =>
        {
            // Three at once, spread over both: they meet at the same revision again and again.
            for (var id = 1; id <= PerChat; id += 3)
                await Task.WhenAll(Enumerable.Range(id, Math.Min(3, PerChat - id + 1)).Select(message => SayAsync(twins, chat, message)));
        });

        await Settle.DownAsync(twins);
        foreach (var chat in chats)
            Replies.TurnsOf(twins.Chats[chat]).ShouldBe(Enumerable.Range(1, PerChat), $"chat {chat}");
    }

    private static async Task SayAsync(Twins twins, string chat, int id)
    {
        var first = RandomNumberGenerator.GetInt32(2);
        await twins.Of(first).SayAsync(chat, id, new IncomingContent.Text("ayuda"));
        if (id % 5 == 0)
            await twins.Of(1 - first).SayAsync(chat, id, new IncomingContent.Text("ayuda"));
    }
}
