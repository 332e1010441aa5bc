using System.Globalization;
using System.Threading.Channels;
using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace ClaveBot.Channels.Telegram;

/// <summary>
/// Takes the buttons off messages whose step is finished. A kindness and no more: it waits for nobody, nobody waits for it, and what
/// fails is left, since a press on an old button is answered in words anyway.
/// </summary>
public sealed class TelegramKeyboards(TelegramSettings settings, HttpClient http, TimeProvider clock) : BackgroundService
{
    private const int AtOnce = 4;
    private const int QueueLength = 1_000;

    private readonly ITelegramBotClient bot = TelegramApi.Connect(settings, http);

    private readonly Channel<(ChatAddress Chat, int Message)> queue = System.Threading.Channels.Channel.CreateBounded<(ChatAddress Chat, int Message)>(
        new BoundedChannelOptions(QueueLength) { FullMode = BoundedChannelFullMode.DropWrite });

    private DateTimeOffset quietUntil;

    /// <summary>Takes the buttons off a message some time soon, or never.</summary>
    public void Remove(ChatAddress chat, long message) => queue.Writer.TryWrite((chat, (int)message));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        queue.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (spent, cancellationToken) => await RemoveAsync(spent.Chat, spent.Message, cancellationToken));

    private async Task RemoveAsync(ChatAddress address, int message, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < quietUntil || !long.TryParse(address.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            return;
        try
        {
            await bot.SendRequest(new TelegramCall<Message>(new EditMessageReplyMarkupRequest { ChatId = chat, MessageId = message }), cancellationToken);
        }
        catch (RequestException exception) when (TelegramFailure.Read(exception) is SendResult.Retry { After: { } wait })
        {
            quietUntil = clock.GetUtcNow() + wait;
        }
        catch (RequestException)
        {
            return;
        }
    }
}
