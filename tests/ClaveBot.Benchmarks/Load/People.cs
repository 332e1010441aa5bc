using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ClaveBot.Webhooks.Telegram;

namespace ClaveBot.Benchmarks.Load;

/// <summary>People spread evenly over all stored conversations: each says one thing and waits for the answer.</summary>
internal sealed class People(string url, BotApi api, int conversations) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly string[] Texts = ["ayuda", "menu"];

    // A prime, so that every conversation has its turn before any has a second one.
    private const int Stride = 7_919;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new(url), Timeout = Patience };
    private long _said;

    /// <summary>As fast as it goes, with so many waiting for an answer at once.</summary>
    public async Task<Measured> TalkAsync(int turns, int atOnce)
    {
        var (done, failed, started) = (new ConcurrentBag<TurnTimes>(), 0, Stopwatch.GetTimestamp());
        await Parallel.ForAsync(0, turns, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, _) =>
        {
            if (await SayAsync() is { } times)
                done.Add(times);
            else
                Interlocked.Increment(ref failed);
        });
        return new(done, failed, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>At a fixed rate, however slow the answers are: who waits longer does not slow the others down.</summary>
    public async Task<Measured> TalkAtRateAsync(int perSecond, int seconds)
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        var turns = new List<Task<TurnTimes?>>();
        while (turns.Count < perSecond * seconds && await tick.WaitForNextTickAsync())
        {
            var due = Math.Min(perSecond * seconds, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond));
            while (turns.Count < due)
                turns.Add(SayAsync());
        }

        var all = await Task.WhenAll(turns);
        return new([.. all.OfType<TurnTimes>()], all.Count(times => times is null), Stopwatch.GetElapsedTime(started));
    }

    public void Dispose() => _http.Dispose();

    private async Task<TurnTimes?> SayAsync()
    {
        var count = Interlocked.Increment(ref _said);
        var chat = StoredConversations.Chat((int)(count * Stride % conversations));
        var text = Texts[(count * Stride / conversations) % Texts.Length];
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri("/webhooks/telegram", UriKind.Relative))
        {
            Content = new StringContent(Update(2_000_000_000 + count, chat, text), Encoding.UTF8, "application/json"),
            Headers = { { TelegramSecretFilter.Header, MeasuredSettings.Secret } },
        };
        var answer = api.NextTo(chat);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var acknowledgement = await _http.SendAsync(post);
            var acknowledged = Stopwatch.GetElapsedTime(started);
            if (!acknowledgement.IsSuccessStatusCode)
                return null;
            await answer.WaitAsync(Patience);
            return new(acknowledged, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException or TaskCanceledException)
        {
            return null;
        }
    }

    private static string Update(long id, long chat, string text) => FormattableString.Invariant(
        $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id}}},"from":{"id":{{{chat}}},"is_bot":false,"first_name":"Ana"},"chat":{"id":{{{chat}}},"type":"private","first_name":"Ana"},"date":1790000000,"text":"{{{text}}}"}}""");
}
