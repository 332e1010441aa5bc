using System.Text.Json;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Channels.Telegram;

public sealed class TelegramSenderTests
{
    private const string Token = "700000001:made-up-token";
    private const string Accepted = """{"ok":true,"result":{"message_id":7,"date":1700000000,"chat":{"id":42,"type":"private"}}}""";

    private static readonly OutgoingMessage Plain = Samples.To(Channel.Telegram, "42", "Sí", "No", "Necesito otra cosa");

    [Fact]
    public async Task A_message_is_sent_once_without_preview_and_with_its_buttons()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(200, Accepted));

        (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Sent>();

        var request = server.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe($"/bot{Token}/sendMessage");
        using var body = JsonDocument.Parse(request.Body);
        body.RootElement.GetProperty("chat_id").GetInt64().ShouldBe(42);
        body.RootElement.GetProperty("text").GetString().ShouldBe(Plain.Text);
        body.RootElement.GetProperty("link_preview_options").GetProperty("is_disabled").GetBoolean().ShouldBeTrue();
        body.RootElement.TryGetProperty("protect_content", out _).ShouldBeFalse();
        Rows(body).ShouldBe([["Sí=menu.1.0", "No=menu.1.1"], ["Necesito otra cosa=menu.1.2"]]);
    }

    [Fact]
    public async Task The_link_is_a_button_on_the_first_row_and_protected()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(200, Accepted));

        await SendAsync(server, Plain with { Link = Samples.Link });

        using var body = JsonDocument.Parse(server.Requests.ShouldHaveSingleItem().Body);
        body.RootElement.GetProperty("protect_content").GetBoolean().ShouldBeTrue();
        body.RootElement.GetProperty("text").GetString()!.ShouldNotContain("http");
        Rows(body)[0].ShouldBe(["Cambiar mi clave>https://bot.example.test/c/AbC-_123"]);
    }

    [Fact]
    public async Task Without_buttons_there_is_no_keyboard()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(200, Accepted));

        await SendAsync(server, Plain with { Buttons = [] });

        server.Requests.ShouldHaveSingleItem().Body.ShouldNotContain("reply_markup");
    }

    [Theory]
    [InlineData(200, """{"ok":true,"result":true}""")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: query is too old"}""")]
    [InlineData(500, "oops")]
    public async Task A_press_is_answered_first_and_its_failure_matters_not(int status, string json)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(status, json), RecordingServer.Json(200, Accepted));

        (await SendAsync(server, Plain with { AnswersPress = "9000001" })).ShouldBeOfType<SendResult.Sent>();

        server.Requests.Select(request => request.Path.Split('/')[^1]).ShouldBe(["answerCallbackQuery", "sendMessage"]);
        server.Requests.First().Body.ShouldContain("9000001");
    }

    [Fact]
    public async Task What_is_accepted_is_sent_whatever_else_the_answer_holds()
    {
        await using var server = await RecordingServer.StartAsync(
            RecordingServer.Json(200, """{"ok":true,"result":{"message_id":"not what it was","date":99999999999999}}"""));

        (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Sent>();
    }

    [Fact]
    public async Task Too_many_requests_wait_as_long_as_asked_and_are_not_repeated_here()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(
            429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}"""));

        var retry = (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Retry>();

        retry.After.ShouldBe(TimeSpan.FromSeconds(1));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_made_to_wait_for_years()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(
            429, """{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":2000000000}}"""));

        (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Retry>().After.ShouldBe(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", "blocked")]
    [InlineData(403, "Forbidden: user is deactivated", "deactivated")]
    [InlineData(400, "Bad Request: chat not found", "chat not found")]
    [InlineData(400, "Bad Request: inline keyboard button URL 'https://bot.example.test/c/AbC-_123' is invalid", "address is not accepted")]
    public async Task What_will_never_be_accepted_is_undeliverable(int code, string description, string reason)
    {
        await using var server = await RecordingServer.StartAsync(
            RecordingServer.Json(code, JsonSerializer.Serialize(new { ok = false, error_code = code, description })));

        var result = (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Undeliverable>();

        result.Reason.ShouldContain(reason);
        result.Reason.ShouldNotContain("/c/");
        result.Unreachable.ShouldBe(!description.Contains("URL"));
    }

    [Theory]
    [InlineData(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""")]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(200, "<html>not Telegram at all</html>")]
    [InlineData(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""")]
    public async Task What_is_not_the_messages_fault_is_tried_again(int status, string body)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(status, body));

        (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Retry>().Reason.ShouldNotContain("made-up");
    }

    [Fact]
    public async Task A_cut_or_hanging_connection_is_tried_again()
    {
        await using var cut = await RecordingServer.StartAsync(RecordingServer.Cut);
        await using var hanging = await RecordingServer.StartAsync(RecordingServer.Hang);

        (await SendAsync(cut, Plain)).ShouldBeOfType<SendResult.Retry>().Reason.ShouldNotContain("made-up");
        (await SendAsync(hanging, Plain, Samples.Impatient())).ShouldBeOfType<SendResult.Retry>().Reason.ShouldContain("in time");
    }

    [Fact]
    public async Task Stopping_is_not_an_answer()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Hang);
        using var stop = new CancellationTokenSource();
        var sending = Sender(server).SendAsync(Plain, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    [Fact]
    public async Task An_address_that_is_no_chat_id_is_never_asked_for()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(200, Accepted));

        (await SendAsync(server, Samples.To(Channel.Telegram, "nobody"))).ShouldBeOfType<SendResult.Undeliverable>();

        server.Requests.ShouldBeEmpty();
    }

    private static Task<SendResult> SendAsync(RecordingServer server, OutgoingMessage message, ChannelHttp? http = null) =>
        Sender(server, http).SendAsync(message, TestContext.Current.CancellationToken);

    private static TelegramSender Sender(RecordingServer server, ChannelHttp? http = null) => new(
        new TelegramSettings { Token = Token, ApiUrl = server.Url + "/" }, (http ?? Samples.Patient()).Client, TimeProvider.System);

    private static string[][] Rows(JsonDocument body) =>
        [.. body.RootElement.GetProperty("reply_markup").GetProperty("inline_keyboard").EnumerateArray().Select(row => row.EnumerateArray()
            .Select(button => button.GetProperty("text").GetString() + (button.TryGetProperty("url", out var url)
                ? ">" + url.GetString()
                : "=" + button.GetProperty("callback_data").GetString()))
            .ToArray())];
}
