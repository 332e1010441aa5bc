using System.Collections.Concurrent;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Conversation;

/// <summary>
/// Twilio gives up on a message after 15 seconds, so what came while the bot or Redis was away is fetched from Twilio's list: at start and
/// whenever Redis was away, twice, since a message may be listed a little late and still be repeated by Twilio itself. What was
/// seen is known by its MessageSid; what is older than the newest message its chat has seen is not answered any more.
/// </summary>
public sealed class MissedMessages(
    InboxStore inbox, RedisConnection redis, ConversationStore conversations, TurnHandler turns, ChannelHttp http,
    KeyRing keys, ClaveBotSettings settings, TimeProvider time, ILogger<MissedMessages> log) : BackgroundService
{
    private const int Passes = 2;

    // Chats that are looked at together: a day's worth of them in seconds.
    private const int AtOnce = 16;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromHours(24);

    private static readonly TimeSpan TwilioTries = TimeSpan.FromSeconds(15);

    // What another instance was given before it died is not known to those that live.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    // Twilio's dates are to the second and by its own clock; and it may have brought the next message while it still tried this one.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(10) + TwilioTries;

    private readonly TwilioInbox _twilio = new(settings.WhatsApp, http.Client, time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.WhatsApp.IsOn)
            return;
        using var timer = new PeriodicTimer(Pause, time);
        Absence? absence = new(time.GetUtcNow());
        var (timesAway, lastGood) = (redis.TimesAway, time.GetUtcNow());
        do
        {
            try
            {
                var now = time.GetUtcNow();
                if (timesAway != redis.TimesAway)
                    absence = new(lastGood);
                timesAway = redis.TimesAway;
                absence = await LookAsync(absence, now, stoppingToken);
                lastGood = absence is null ? now : lastGood;
            }
            catch (StoreUnavailableException)
            {
                // Counted by the connection: the next round sees it.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.MissedNotFetched(exception.GetType().Name, Pause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look. What is left to fetch; null when everything that came until now was taken.</summary>
    private async Task<Absence?> LookAsync(Absence? absence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (absence is { From: null })
        {
            // Never ran over this store: what came before is not ours to answer.
            if (await inbox.TakenUntilAsync() is { } taken)
                absence.From = Since(absence.LastGood, taken, now);
            else
                absence = null;
        }

        if (absence is { Passes: < Passes, From: { } from } && now >= absence.NextPass && await inbox.AloneAsync(() => FetchAsync(absence, from, cancellationToken)))
        {
            absence.Passes++;
            absence.NextPass = now + BetweenPasses;
            // What may still come of the time before is within the overlap: whoever crashes now does not begin anew.
            await inbox.SetTakenUntilAsync(now);
        }

        if (absence is { Passes: < Passes })
            return absence;
        await inbox.SetTakenUntilAsync(now);
        return null;
    }

    private static DateTimeOffset Since(DateTimeOffset lastGood, DateTimeOffset taken, DateTimeOffset now)
    {
        var from = (taken < lastGood ? taken : lastGood) - Overlap;
        return from > now - LongestAbsence ? from : now - LongestAbsence;
    }

    // Each chat in order, many chats at once: where hosts crash again and again a fetch has to come to its end all the same.
    private async Task FetchAsync(Absence absence, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var answered = 0;
        var chats = (await _twilio.SinceAsync(from, cancellationToken)).GroupBy(message => message.Message.Chat);
        await Parallel.ForEachAsync(chats, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (chat, token) =>
        {
            foreach (var message in await UnseenAsync(absence, ConversationId.Of(chat.Key, keys), chat))
            {
                if (await turns.HandleAsync(message.Message, token) == TurnOutcome.Committed)
                    Interlocked.Increment(ref answered);
            }
        });
        log.MissedFetched(answered, from);
    }

    private async Task<IReadOnlyList<MissedMessage>> UnseenAsync(Absence absence, ConversationId id, IEnumerable<MissedMessage> messages)
    {
        var record = await conversations.LoadAsync(id);
        var newest = absence.Newest.GetOrAdd(id, record?.LastMessageAt);
        // Was here at the first pass and is erased by now: not greeted again.
        if (record is null && newest is not null)
            return [];
        var unseen = new List<MissedMessage>();
        var seenAfter = 0;
        foreach (var message in messages.Reverse().TakeWhile(message => newest is null || message.At >= newest - ClockDifference))
        {
            if (record?.Seen.Contains(message.Message.Id) == true)
                seenAfter++;
            // Only the last ids are kept: behind so many it may have been answered and forgotten.
            else if (seenAfter < SeenIds.Kept / 2)
                unseen.Insert(0, message);
        }

        return unseen;
    }

    /// <summary>A time of which it is not known what came.</summary>
    private sealed record Absence(DateTimeOffset LastGood)
    {
        public DateTimeOffset? From { get; set; }

        public DateTimeOffset NextPass { get; set; }

        public int Passes { get; set; }

        /// <summary>The newest message a chat had seen when it was first looked at; null when there was none.</summary>
        public ConcurrentDictionary<ConversationId, DateTimeOffset?> Newest { get; } = [];
    }
}
