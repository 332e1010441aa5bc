using System.Globalization;
using System.Text.Json;
using ClaveBot.Settings;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace ClaveBot.Channels.Telegram;

/// <summary>Gives a message to Telegram: options as inline buttons, the link as a URL button, nothing previewed.</summary>
public sealed class TelegramSender(TelegramSettings settings, HttpClient http, TimeProvider clock) : IChannelSender
{
    /// <summary>For stopping a button's spinner; with the send itself it stays far below the sender's lease.</summary>
    private static readonly TimeSpan PressTimeout = TimeSpan.FromSeconds(3);

    private readonly ITelegramBotClient bot = TelegramApi.Connect(settings, http);

    public Channel Channel => Channel.Telegram;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!long.TryParse(message.To.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            return new SendResult.Undeliverable("Telegram: not a chat id");
        if (message.AnswersPress is { } press)
            await StopSpinnerAsync(press, cancellationToken);
        try
        {
            var sent = await bot.SendRequest(new TelegramSendMessage(chat, message), cancellationToken);
            return new SendResult.Sent(message.Buttons.Count > 0 || message.Link is not null ? IdOf(sent) : 0);
        }
        catch (RequestException exception)
        {
            return TelegramFailure.Read(exception);
        }
    }

    /// <summary>Bots may delete what people write to them in private chats, for 48 hours (Bot API, deleteMessage).</summary>
    public async Task<SendResult> UnsayAsync(ChatAddress chat, string copy, CancellationToken cancellationToken)
    {
        if (!long.TryParse(chat.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            || !int.TryParse(copy, NumberStyles.None, CultureInfo.InvariantCulture, out var message))
        {
            return new SendResult.Undeliverable("Telegram: not a message id");
        }

        try
        {
            await bot.SendRequest(new TelegramCall<bool>(new DeleteMessageRequest { ChatId = id, MessageId = message }), cancellationToken);
            return new SendResult.Sent();
        }
        catch (RequestException exception)
        {
            return TelegramFailure.ReadDeletion(exception);
        }
    }

    private static long IdOf(JsonElement sent) =>
        sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty("message_id", out var id)
        && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : 0;

    /// <summary>Best effort: a press older than Telegram's limit is refused, and the message below matters more.</summary>
    private async Task StopSpinnerAsync(string press, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(PressTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await bot.AnswerCallbackQuery(press, cancellationToken: either.Token);
        }
        catch (RequestException)
        {
            return;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }
}
