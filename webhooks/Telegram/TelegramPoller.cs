using System.Text.Json;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Conversation;
using ClaveBot.Redis;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>The loop behind <see cref="TelegramPolling"/>: one update after the other, and the offset moves only past what was committed.</summary>
internal sealed class TelegramPoller(
    ITelegramBotClient bot,
    TelegramIdentity me,
    Func<IncomingMessage, CancellationToken, Task<TurnOutcome>> handle,
    TimeProvider clock,
    ILogger log)
{
    /// <summary>How long Telegram may hold an empty answer back.</summary>
    public static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);

    /// <summary>An update on which the bot itself breaks is given up after this many tries, so that it does not block the others.</summary>
    public const int MaxTries = 3;

    private readonly Backoff backoff = new();
    private long? offset;

    /// <summary>Runs until asked to stop.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var raw in await FetchAsync(stoppingToken))
            {
                if (TelegramReader.Read(raw) is not { } update)
                    continue;
                if (TelegramMapper.Map(update, me) is { } message)
                    await HandleAsync(message, stoppingToken);
                offset = update.Id + 1;
            }
        }
    }

    private async Task<JsonElement[]> FetchAsync(CancellationToken stoppingToken)
    {
        try
        {
            var request = new TelegramUpdatesRequest { Offset = offset, Timeout = (int)LongPoll.TotalSeconds };
            var updates = await bot.SendRequest(request, stoppingToken);
            backoff.Reset();
            return updates;
        }
        catch (RequestException exception)
        {
            await WaitAfterAsync(exception, stoppingToken);
            return [];
        }
    }

    private async Task WaitAfterAsync(RequestException exception, CancellationToken stoppingToken)
    {
        var failure = TelegramFailure.Read(exception);
        var delay = (failure as SendResult.Retry)?.After ?? backoff.Next();
        if (exception is ApiRequestException { ErrorCode: 409 })
            log.PolledElsewhere(delay);
        else
            log.NotPolled(failure is SendResult.Retry retry ? retry.Reason : "refused", delay);
        await Task.Delay(delay, clock, stoppingToken);
    }

    private async Task HandleAsync(IncomingMessage message, CancellationToken stoppingToken)
    {
        var id = message.Id.Value;
        var waits = new Backoff();
        for (var tries = 1; ;)
        {
            var delay = waits.Next();
            try
            {
                // Not the stopping token: a commit is not stopped half-way.
                await handle(message, CancellationToken.None);
                return;
            }
            catch (StoreUnavailableException)
            {
                log.StoreAway(id, delay);
            }
            catch (Exception exception)
            {
                if (tries++ == MaxTries)
                {
                    log.UpdateGivenUp(id, exception.GetType().Name);
                    return;
                }

                log.UpdateFailed(id, exception.GetType().Name, delay);
            }

            await Task.Delay(delay, clock, stoppingToken);
        }
    }
}
