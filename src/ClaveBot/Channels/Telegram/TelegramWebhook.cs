using ClaveBot.Settings;
using Telegram.Bot;

namespace ClaveBot.Channels.Telegram;

/// <summary>
/// Tells Telegram where this bot's updates go, as an operator does once for each deployment. Never the host itself: several instances
/// share one webhook. Problems are values, and hold no token.
/// </summary>
public sealed class TelegramWebhook(ClaveBotSettings settings, HttpClient http)
{
    /// <summary>Deliveries at once, 1–100 (Bot API, setWebhook). Telegram's own default of 40 would be the bottleneck before the host is.</summary>
    public const int MaxConnections = 100;

    private readonly ITelegramBotClient bot = TelegramApi.Connect(settings.Telegram, http);

    /// <summary>The address at which the host takes updates.</summary>
    public Uri Address { get; } = settings.PublicAddress("/webhooks/telegram");

    /// <summary>Registers <see cref="Address"/> with the secret of the settings, and the bot's commands; what waits is kept. Null when done, else what is wrong.</summary>
    public Task<string?> SetAsync(CancellationToken cancellationToken) => ProblemAsync(async () =>
    {
        await bot.SetWebhook(
            Address.AbsoluteUri,
            maxConnections: MaxConnections,
            allowedUpdates: TelegramApi.AllowedUpdates,
            dropPendingUpdates: false,
            secretToken: settings.Telegram.SecretToken,
            cancellationToken: cancellationToken);
        await TelegramMenu.ShowAsync(bot, settings, cancellationToken);
    });

    /// <summary>Ends delivery; what waits is kept for polling or the next webhook. Who polls gets the bot's commands registered. Null when done, else what is wrong.</summary>
    public Task<string?> DeleteAsync(CancellationToken cancellationToken) => ProblemAsync(async () =>
    {
        await bot.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
        if (settings.Telegram.Receive == TelegramReceive.Polling)
            await TelegramMenu.ShowAsync(bot, settings, cancellationToken);
    });

    /// <summary>What Telegram knows; changes nothing.</summary>
    public async Task<(TelegramWebhookStatus? Status, string? Problem)> LookAsync(CancellationToken cancellationToken)
    {
        TelegramWebhookStatus? status = null;
        var problem = await ProblemAsync(async () =>
        {
            var info = await bot.GetWebhookInfo(cancellationToken);
            status = new(info.Url, info.PendingUpdateCount, info.LastErrorDate, TelegramProblem.WithoutToken(settings.Telegram, info.LastErrorMessage ?? ""));
        });
        return (status, problem);
    }

    private Task<string?> ProblemAsync(Func<Task> call) => TelegramProblem.OfAsync(settings.Telegram, call);
}

/// <summary>The webhook as Telegram knows it.</summary>
/// <param name="Url">Where updates go; empty when there is no webhook.</param>
/// <param name="Waiting">Updates not delivered yet.</param>
/// <param name="LastErrorAt">When a delivery failed last, in UTC.</param>
/// <param name="LastError">Why; empty when none did.</param>
public sealed record TelegramWebhookStatus(string Url, int Waiting, DateTime? LastErrorAt, string LastError);
