using System.Globalization;
using System.Net;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Updates from before all that is remembered, and Telegram's count when it starts anew.</summary>
public sealed class LateTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 7, 12, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private RedisServer _redis = null!;
    private BotWorld _world = null!;
    private Phone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, _time);
        _phone = _world.NewPhone(Channel.Telegram);
        await _phone.AskAsync("hola");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_message_older_than_all_that_is_remembered_is_answered_in_words_and_not_executed()
    {
        await _phone.AskAsync("cambiar");
        var cambiar = int.Parse(_world.Telegram.Attempts.All[^1].Id, CultureInfo.InvariantCulture);
        await _phone.AskAsync("menú");
        await FillAsync();

        var reply = await PostAsync(cambiar, "cambiar");

        reply.Text.ShouldContain("de hace rato");
        (await _phone.AskAsync("cambiar")).Text.ShouldContain("Paso 1 de 6");
    }

    [Fact]
    public async Task A_press_older_than_all_that_is_remembered_is_answered_in_words_and_its_button_stops_spinning()
    {
        const string help = "¿Es seguro?";
        _world.Telegram.Pause();
        await _phone.PressAsync(help);
        var old = _world.Telegram.PendingUpdates[^1];
        for (var i = 0; i < SeenIds.Kept; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            await _phone.PressAsync(help);
            await DeliverAsync(_world.Telegram.PendingUpdates[^1]);
        }

        var stopped = Stopped();

        (await DeliverAsync(old)).Text.ShouldContain("de hace rato");
        Stopped().ShouldBe(stopped + 1);
    }

    [Fact]
    public async Task A_count_that_starts_anew_after_an_idle_week_is_followed()
    {
        await FillAsync();
        _time.Advance(TimeSpan.FromDays(8));

        (await PostAsync(1, "cambiar")).Text.ShouldContain("Paso 1 de 6");
        (await PostAsync(2, "sí")).Text.ShouldContain("Paso 2 de 6");
        var said = _phone.Replies.Count;
        using var again = TelegramPost.Of(_world, 2, _phone.Chat, "sí");
        (await _http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(3, "sí")).Text.ShouldContain("Paso 3 de 6");
        _phone.Replies.Count.ShouldBe(said + 1);
    }

    private int Stopped() => _world.Telegram.Calls.All.Count(call => call is { Name: "answerCallbackQuery", Status: 200 });

    private async Task<PhoneMessage> DeliverAsync(long update)
    {
        var said = _phone.Replies.Count;
        (await _world.Telegram.DeliverAsync(update)).ShouldBe(HttpStatusCode.OK);
        return await _phone.WaitForReplyAsync(said);
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < SeenIds.Kept; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            await _phone.AskAsync("ayuda");
        }
    }

    private async Task<PhoneMessage> PostAsync(int update, string text)
    {
        var said = _phone.Replies.Count;
        using var request = TelegramPost.Of(_world, update, _phone.Chat, text);
        (await _http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return await _phone.WaitForReplyAsync(said);
    }
}
