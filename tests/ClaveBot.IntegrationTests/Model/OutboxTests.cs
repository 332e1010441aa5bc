using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Redis;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>R1, R5, R6 on two instances whose sends meet what the test says.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private const string Chat = "1";
    private RedisServer _redis = null!;
    private Twins _twins = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _twins = await Twins.StartAsync(_redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await _twins.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Theory]
    [InlineData(Fate.DiesBefore, 1)]
    [InlineData(Fate.DiesAfter, 2)]
    internal async Task R1_what_was_committed_is_sent_by_another_instance_when_its_own_dies(Fate fate, int times)
    {
        _twins.Of(0).Messenger.Next(fate);
        (await SayAsync(0, 1, "hola")).ShouldBe(TurnOutcome.Committed);
        await UntilAsync(() => _twins.Of(0).Messenger.IsDead);
        await _twins.ReplaceAsync(0);

        await PassUntilQuietAsync();

        Heard.ShouldBe(Enumerable.Repeat(1, times));
    }

    [Fact]
    public async Task R5_what_was_refused_comes_later_and_in_order_and_holds_up_no_other_chat()
    {
        _twins.Of(0).Messenger.Next(Fate.Refused);
        await SayAsync(0, 1, "hola");
        await SayAsync(1, 2, "ayuda");
        await _twins.Of(0).SayAsync("2", 1, new IncomingContent.Text("hola"));

        await UntilAsync(() => _twins.Chats.ContainsKey("2"));
        Heard.ShouldBeEmpty();
        await PassUntilQuietAsync();

        Heard.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task R6_a_link_expires_once_although_both_instances_look_and_one_is_new()
    {
        var id = 0;
        foreach (var said in new[] { "hola", "cambiar", "sí", "sí" })
            await SayAsync(0, ++id, said);
        await PassUntilQuietAsync();
        await _twins.ReplaceAsync(0);

        await _twins.PassAsync(TimeSpan.FromMinutes(11), together: true);
        await PassUntilQuietAsync();
        await _twins.PassAsync(TimeSpan.FromMinutes(11), together: true);
        await PassUntilQuietAsync();

        _twins.Chats[Chat].Count(message => message.Text.Contains("venció", StringComparison.Ordinal)).ShouldBe(1);
    }

    private IReadOnlyList<int> Heard => Replies.TurnsOf(_twins.Chats.GetValueOrDefault(Chat, new()));

    private Task<TurnOutcome> SayAsync(int instance, int id, string text) => _twins.Of(instance).SayAsync(Chat, id, new IncomingContent.Text(text));

    private async Task PassUntilQuietAsync()
    {
        for (var rounds = 0; !await _twins.IsQuietAsync(); rounds++)
        {
            rounds.ShouldBeLessThan(100, "something is never sent");
            await _twins.PassAsync(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
    }
}
