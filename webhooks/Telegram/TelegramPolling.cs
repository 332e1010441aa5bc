using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Conversation;
using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Fetches updates in place of the webhook, for a machine without a public address; idle unless Telegram:Receive says so.</summary>
public sealed class TelegramPolling(
    ClaveBotSettings settings,
    TelegramIdentity me,
    TurnHandler turns,
    TimeProvider clock,
    ILogger<TelegramPolling> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Telegram is not { IsOn: true, Receive: TelegramReceive.Polling })
            return;
        log.Polling();
        using var http = new ChannelHttp(TelegramPoller.LongPoll + ChannelHttp.SendTimeout);
        var poller = new TelegramPoller(TelegramApi.Connect(settings.Telegram, http.Client), me, turns.HandleAsync, clock, log);
        await poller.RunAsync(stoppingToken);
    }
}
