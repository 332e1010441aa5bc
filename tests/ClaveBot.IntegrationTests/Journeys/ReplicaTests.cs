using System.Globalization;
using System.Net;
using ClaveBot.Channels;
using ClaveBot.Demo.Wire;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>R4 with Redis:Replicas: a 200 means that a failover forgets nothing of it.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly RedisPair _redis = new();
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        await _redis.InitializeAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, startHost: false);
        _world.Set("Redis:Replicas", "1");
        await _world.StartHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task R4_while_the_replica_is_silent_nothing_is_acknowledged(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        await phone.AskAsync("hola");
        var attempts = channel == Channel.Telegram ? _world.Telegram.Attempts : _world.WhatsApp.Attempts;
        var next = await TakenAsync(attempts);

        _redis.Replica.Freeze();
        var typed = await phone.TypeAsync("cambiar");
        var attempt = await attempts.WaitForAsync(next);
        attempt.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await AgainAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable, "the primary has it, the replica does not: a redelivery must not be acknowledged either");
        _redis.Replica.Thaw();

        (await AgainAsync()).ShouldBe(HttpStatusCode.OK);
        await Journey.HearAsync(phone, 1, "Paso 1 de 6");
        await Journey.HearAsync(phone, 2, "Paso 2 de 6", () => phone.TypeAsync("sí"));
        phone.Replies.Count.ShouldBe(3);

        Task<HttpStatusCode?> AgainAsync() => channel == Channel.Telegram
            ? _world.Telegram.DeliverAsync(long.Parse(attempt.Id, CultureInfo.InvariantCulture))
            : _world.WhatsApp.DeliverAsync(typed.Id);
    }

    [Fact]
    public async Task R4_a_failover_loses_nothing_acknowledged()
    {
        var phones = Enumerable.Range(0, 20).Select(_ => _world.NewPhone(Channel.Telegram)).ToList();
        await Task.WhenAll(phones.Select(phone => phone.AskAsync("hola")));
        await Task.WhenAll(phones.Select(phone => phone.AskAsync("cambiar")));

        await using var another = await FailOverAsync();

        await Task.WhenAll(phones.Select(phone => Journey.HearAsync(phone, 2, "Paso 2 de 6", () => phone.TypeAsync("sí"))));
    }

    [Fact]
    public async Task R4_what_the_primary_alone_had_comes_again_after_a_failover()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var next = await TakenAsync(_world.Telegram.Attempts);
        _redis.Replica.Freeze();
        await phone.TypeAsync("cambiar");
        (await _world.Telegram.Attempts.WaitForAsync(next)).Taken.ShouldBeFalse();

        await using var another = await FailOverAsync();

        await Journey.HearAsync(phone, 1, "Paso 1 de 6");
        await Journey.HearAsync(phone, 2, "Paso 2 de 6", () => phone.TypeAsync("sí"));
    }

    /// <summary>Waits until one was taken; on a busy machine not the first. How many there were.</summary>
    private static async Task<int> TakenAsync(Observed<DeliveryAttempt> attempts)
    {
        var index = 0;
        while (!(await attempts.WaitForAsync(index++)).Taken)
            continue;
        return index;
    }

    /// <summary>The primary dies, its replica takes over, and a new one follows it.</summary>
    private async Task<RedisServer> FailOverAsync()
    {
        await _redis.Primary.KillAsync();
        _redis.Replica.Thaw();
        await _redis.Replica.AskAsync("REPLICAOF", "NO", "ONE");
        return await RedisPair.FollowAsync(_redis.Replica);
    }
}
