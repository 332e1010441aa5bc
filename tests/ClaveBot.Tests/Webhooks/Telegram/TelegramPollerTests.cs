using System.Collections.Concurrent;
using System.Text.Json;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Conversation;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Channels;
using ClaveBot.Webhooks.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Webhooks.Telegram;

public sealed class TelegramPollerTests
{
    private const string Nothing = """{"ok":true,"result":[]}""";
    private const string Conflict = """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""";

    [Fact]
    public async Task The_offset_moves_past_what_was_handled()
    {
        await using var server = await RecordingServer.StartAsync(
            RecordingServer.Json(200, $$$"""{"ok":true,"result":[{{{Text(10)}}},{"update_id":11,"poll":{}},{{{Text(12)}}}]}"""), RecordingServer.Json(200, Nothing));
        var handled = new ConcurrentQueue<string>();

        await RunAsync(server, new LogLines(), until: () => server.Requests.Count >= 2, (message, _) =>
        {
            handled.Enqueue(message.Id.Value);
            return Task.FromResult(TurnOutcome.Committed);
        });

        handled.ShouldBe(["10", "12"]);
        Offsets(server).Take(2).ShouldBe([null, 13]);
        server.Requests.First().Body.ShouldContain("\"callback_query\"");
    }

    [Fact]
    public async Task With_the_store_away_the_same_update_waits()
    {
        await using var server = await RecordingServer.StartAsync(
            RecordingServer.Json(200, $$"""{"ok":true,"result":[{{Text(10)}},{{Text(11)}}]}"""), RecordingServer.Json(200, Nothing));
        var tried = new ConcurrentQueue<string>();

        await RunAsync(server, new LogLines(), until: () => server.Requests.Count >= 2, (message, _) =>
        {
            tried.Enqueue(message.Id.Value);
            return tried.Count <= 6 ? throw new StoreUnavailableException("away", new TimeoutException()) : Task.FromResult(TurnOutcome.Committed);
        });

        tried.ShouldBe(["10", "10", "10", "10", "10", "10", "10", "11"]);
        Offsets(server).Take(2).ShouldBe([null, 12]);
    }

    [Fact]
    public async Task An_update_on_which_the_bot_breaks_is_given_up_and_only_the_type_is_logged()
    {
        await using var server = await RecordingServer.StartAsync(
            RecordingServer.Json(200, $$"""{"ok":true,"result":[{{Text(10)}},{{Text(11)}}]}"""), RecordingServer.Json(200, Nothing));
        var tried = new ConcurrentQueue<string>();
        var log = new LogLines();

        await RunAsync(server, log, until: () => server.Requests.Count >= 2, (message, _) =>
        {
            tried.Enqueue(message.Id.Value);
            return message.Id.Value is "10" ? throw new InvalidOperationException("the text was hola") : Task.FromResult(TurnOutcome.Committed);
        });

        tried.ShouldBe(["10", "10", "10", "11"]);
        log.All.ShouldContain(line => line.EndsWith("Update 10 failed with InvalidOperationException too often; it is given up", StringComparison.Ordinal));
        log.All.ShouldAllBe(line => !line.Contains("hola", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_receiver_is_named_with_its_cure()
    {
        await using var server = await RecordingServer.StartAsync(
            RecordingServer.Json(409, Conflict), RecordingServer.Cut, RecordingServer.Json(502, "<html>"), RecordingServer.Json(200, Nothing));
        var log = new LogLines();

        await RunAsync(server, log, until: () => server.Requests.Count >= 4, (_, _) => Task.FromResult(TurnOutcome.Ignored));

        log.All.ShouldContain(line => line.Contains("delete its webhook", StringComparison.Ordinal));
        log.All.ShouldAllBe(line => !line.Contains("made-up-token", StringComparison.Ordinal));
    }

    private static async Task RunAsync(
        RecordingServer server, LogLines log, Func<bool> until, Func<IncomingMessage, CancellationToken, Task<TurnOutcome>> handle)
    {
        var settings = new TelegramSettings { Token = "700000001:made-up-token", ApiUrl = server.Url };
        using var http = Samples.Patient();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var clock = new FakeTimeProvider();
        var poller = new TelegramPoller(
            TelegramApi.Connect(settings, http.Client), new TelegramIdentity(settings), handle, clock, log.CreateLogger("polling"));
        var running = poller.RunAsync(stop.Token);
        while (!until() && !running.IsCompleted)
        {
            enough.Token.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Task.WhenAny(running);
        running.IsFaulted.ShouldBeFalse();
    }

    private static IEnumerable<int?> Offsets(RecordingServer server) => server.Requests.Select(request =>
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.TryGetProperty("offset", out var offset) ? offset.GetInt32() : (int?)null;
    });

    private static string Text(int id) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":1,"date":1700000000,"chat":{"id":42,"type":"private"},"text":"hola"}}""";
}
