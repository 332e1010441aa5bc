using System.Diagnostics;
using System.Net;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>R4: Redis is restarted, away, or hangs; nothing acknowledged is lost, and service resumes by itself.</summary>
public sealed class RedisAwayTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private BotWorld _world = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        // The product's own patience.
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration.Split(',')[0]);
        _http = new() { BaseAddress = _world.Url };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task R4_without_redis_a_webhook_says_503_with_RetryAfter_within_a_second(bool hangs)
    {
        await _world.NewPhone(Channel.Telegram).AskAsync("hola");
        if (hangs)
            _redis.Freeze();
        else
            await _redis.KillAsync();

        // The fastest of some: the rest may be this machine's fault.
        var fastest = TimeSpan.MaxValue;
        for (var update = 1; update <= 5; update++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await PostAsync(update);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
            fastest = clock.Elapsed < fastest ? clock.Elapsed : fastest;
        }

        fastest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        if (hangs)
            _redis.Thaw();
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task R4_what_was_acknowledged_survives_a_kill_of_redis_and_service_resumes_by_itself(Channel channel)
    {
        var phones = Enumerable.Range(0, 10).Select(_ => _world.NewPhone(channel)).ToList();
        await Task.WhenAll(phones.Select(phone => phone.AskAsync("hola")));
        await Task.WhenAll(phones.Select(phone => phone.AskAsync("cambiar")));

        await _redis.KillAsync();
        await IsReadyAsync(false);
        await _redis.StartAgainAsync();
        await IsReadyAsync(true);

        await Task.WhenAll(phones.Select(phone => Journey.HearAsync(phone, 2, "Paso 2 de 6", () => phone.TypeAsync("sí"))));
    }

    [Fact]
    public async Task R4_what_was_committed_and_not_yet_sent_when_redis_went_is_sent_afterwards()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var calls = _world.Telegram.Calls.All.Count;
        _world.Telegram.Faults.Next(new Demo.Wire.Fault.Refuse(500), 2);
        await phone.TypeAsync("cambiar");
        await _world.Telegram.Calls.WaitForAsync(calls);

        await _redis.KillAsync();
        await IsReadyAsync(false);
        await _redis.StartAgainAsync();

        await Journey.HearAsync(phone, 1, "Paso 1 de 6");
    }

    [Fact]
    public async Task A_host_that_starts_without_redis_is_not_ready_until_it_comes()
    {
        await _world.StopHostAsync();
        await _redis.KillAsync();

        await _world.StartHostAsync();

        await IsReadyAsync(false);
        await _redis.StartAgainAsync();
        await IsReadyAsync(true);
        (await _world.NewPhone(Channel.WhatsApp).AskAsync("hola")).Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_remembered_when_it_is_told_again_after_redis_was_away()
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        await _redis.KillAsync();
        await IsReadyAsync(false);
        await TellAsync();
        await _redis.StartAgainAsync();
        await IsReadyAsync(true);

        await TellAsync();

        (await _world.Services.GetRequiredService<ConversationStore>().LoadAsync(ConversationId.Of(new(Channel.WhatsApp, phone.Chat), _world.Services.GetRequiredService<KeyRing>())))!
            .IsUnreachable.ShouldBeTrue();

        Task TellAsync() => _world.WhatsApp.TellStatusAsync(
            new(StatusCallback.Of(_world.Services.GetRequiredService<ClaveBotSettings>(), TimeProvider.System.GetUtcNow().AddMinutes(1))), phone.Chat, "SM" + new string('1', 32), "failed", 63014);
    }

    private async Task<HttpResponseMessage> PostAsync(int update)
    {
        using var request = TelegramPost.Of(_world, update, "4711", "hola");
        return await _http.SendAsync(request);
    }

    private async Task IsReadyAsync(bool expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (await glance.WaitForNextTickAsync(patience.Token))
        {
            using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
            if (answer.IsSuccessStatusCode == expected)
                return;
        }
    }
}
