using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClaveBot.Demo.Telegram;
using ClaveBot.Demo.Wire;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Demo.Telegram;

public sealed class TelegramApiTests : IAsyncLifetime
{
    private const string Token = "1:abc";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero));
    private readonly HttpClient http = new();
    private TelegramEmulator telegram = null!;
    private TelegramPhone phone = null!;

    public async ValueTask InitializeAsync()
    {
        telegram = await TelegramEmulator.StartAsync(new TelegramEmulatorOptions(Token), time);
        phone = telegram.PhoneOf(7, "Rosa");
        await phone.TypeAsync("hola");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await telegram.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"text":"x"}""", "Bad Request: chat_id is empty")]
    [InlineData("""{"chat_id":7,"text":" "}""", "Bad Request: message text is empty")]
    [InlineData("""{"chat_id":99,"text":"x"}""", "Bad Request: chat not found")]
    [InlineData("""{"chat_id":7,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":""}]]}}""", "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData(
        """{"chat_id":7,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","url":"nowhere"}]]}}""",
        "Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL")]
    public async Task Refuses_a_wrong_message_in_Telegrams_words(string json, string description)
    {
        var answer = await CallAsync("sendMessage", JsonNode.Parse(json)!);

        answer["ok"]!.GetValue<bool>().ShouldBeFalse();
        answer["error_code"]!.GetValue<int>().ShouldBe(400);
        answer["description"]!.ToString().ShouldBe(description);
        phone.Replies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_texts_and_payloads_that_are_too_long()
    {
        (await SendAsync(new string('a', 4097)))["description"]!.ToString().ShouldBe("Bad Request: message is too long");
        (await SendAsync("x", new string('é', 33)))["description"]!.ToString().ShouldBe("Bad Request: BUTTON_DATA_INVALID");
        (await SendAsync(new string('a', 4096), new string('é', 32)))["ok"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Knows_one_token_alone()
    {
        using var response = await http.PostAsJsonAsync($"{telegram.Url}/bot2:other/getMe", new JsonObject(), TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task A_bot_that_was_blocked_is_told_so()
    {
        await phone.BlockAsync();
        (await SendAsync("hola"))["error_code"]!.GetValue<int>().ShouldBe(403);

        await phone.UnblockAsync();
        (await SendAsync("hola"))["ok"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Deletes_an_incoming_message_for_48_hours()
    {
        var kept = await phone.TypeAsync("guardado");
        (await DeleteAsync(phone.Transcript[0].Id))["ok"]!.GetValue<bool>().ShouldBeTrue();
        phone.Transcript[0].Deleted.ShouldBeTrue();

        time.Advance(TimeSpan.FromHours(48));

        (await DeleteAsync(kept.Id))["description"]!.ToString().ShouldBe("Bad Request: message can't be deleted");
    }

    [Fact]
    public async Task A_press_comes_back_with_its_payload_and_is_answered_once()
    {
        await SendAsync("¿Sí?", "t1");
        await phone.PressAsync("Botón");

        var press = (await CallAsync("getUpdates", new JsonObject()))["result"]!.AsArray().Last()!["callback_query"]!;

        press["data"]!.ToString().ShouldBe("t1");
        var answer = new JsonObject { ["callback_query_id"] = press["id"]!.ToString() };
        (await CallAsync("answerCallbackQuery", answer))["ok"]!.GetValue<bool>().ShouldBeTrue();
        (await CallAsync("answerCallbackQuery", answer))["ok"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Polling_forgets_what_the_offset_confirms_and_conflicts_with_a_webhook()
    {
        var first = (await CallAsync("getUpdates", new JsonObject()))["result"]!.AsArray();
        first.Count.ShouldBe(1);
        var next = first[0]!["update_id"]!.GetValue<long>() + 1;

        (await CallAsync("getUpdates", new JsonObject { ["offset"] = next }))["result"]!.AsArray().ShouldBeEmpty();
        await CallAsync("setWebhook", new JsonObject { ["url"] = "http://127.0.0.1:1/hook" });
        (await CallAsync("getUpdates", new JsonObject()))["error_code"]!.GetValue<int>().ShouldBe(409);
    }

    [Fact]
    public async Task A_long_poll_answers_when_something_comes()
    {
        var next = (await CallAsync("getUpdates", new JsonObject()))["result"]!.AsArray()[0]!["update_id"]!.GetValue<long>() + 1;
        var poll = CallAsync("getUpdates", new JsonObject { ["offset"] = next, ["timeout"] = 50 });

        await phone.TypeAsync("otra");

        (await poll)["result"]!.AsArray()[0]!["message"]!["text"]!.ToString().ShouldBe("otra");
    }

    [Fact]
    public async Task Faults_hit_the_next_calls_alone()
    {
        telegram.Faults.Next(new Fault.Refuse(429, RetryAfterSeconds: 3));
        telegram.Faults.Next(new Fault.CutAfterAccept());

        (await SendAsync("a"))["parameters"]!["retry_after"]!.GetValue<int>().ShouldBe(3);
        await Should.ThrowAsync<HttpRequestException>(() => SendAsync("b"));
        (await SendAsync("c"))["ok"]!.GetValue<bool>().ShouldBeTrue();

        phone.Replies.Select(reply => reply.Text).ShouldBe(["b", "c"]);
    }

    private Task<JsonNode> SendAsync(string text, string? payload = null) => CallAsync("sendMessage", new JsonObject
    {
        ["chat_id"] = 7,
        ["text"] = text,
        ["reply_markup"] = payload is null
            ? null
            : new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "Botón", ["callback_data"] = payload })) },
    });

    private Task<JsonNode> DeleteAsync(string id) => CallAsync("deleteMessage", new JsonObject { ["chat_id"] = 7, ["message_id"] = id });

    private async Task<JsonNode> CallAsync(string method, JsonNode parameters)
    {
        using var response = await http.PostAsJsonAsync($"{telegram.Url}/bot{Token}/{method}", parameters, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
