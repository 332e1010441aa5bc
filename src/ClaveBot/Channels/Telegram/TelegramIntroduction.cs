using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ClaveBot.Channels.Telegram;

/// <summary>Asks Telegram for the bot's name once, in the background and for as long as it takes; nothing waits for it.</summary>
public sealed class TelegramIntroduction(
    ClaveBotSettings settings,
    TelegramIdentity identity,
    ChannelHttp http,
    TimeProvider clock,
    ILogger<TelegramIntroduction> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bot = TelegramApi.Connect(settings.Telegram, http.Client);
        var backoff = new Backoff();
        while (await AskAsync(bot, stoppingToken) is { } refusal)
        {
            var delay = refusal.After ?? backoff.Next();
            log.NotIntroduced(refusal.Reason, delay);
            await Task.Delay(delay, clock, stoppingToken);
        }
    }

    private async Task<SendResult.Retry?> AskAsync(ITelegramBotClient bot, CancellationToken cancellationToken)
    {
        try
        {
            if ((await bot.GetMe(cancellationToken)).Username is not { Length: > 0 } name)
                return new SendResult.Retry(null, "no username in the answer");
            identity.Username = name;
            log.Introduced(name);
            return null;
        }
        catch (RequestException exception)
        {
            return TelegramFailure.Read(exception) as SendResult.Retry ?? new SendResult.Retry(null, "refused");
        }
    }
}
