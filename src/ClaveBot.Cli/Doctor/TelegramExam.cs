using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary>Whether Telegram takes the token and delivers here.</summary>
internal static class TelegramExam
{
    // More than a busy second's worth: somebody waits.
    private const int ManyWaiting = 100;

    public static async Task<IReadOnlyList<Finding>> LookAsync(ClaveBotSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.Telegram.IsOn)
            return [Finding.Good("telegram", "off: Telegram:Token is empty.")];
        using var http = new ChannelHttp(ChannelHttp.SendTimeout);
        var webhook = new TelegramWebhook(settings, http.Client);
        var (status, problem) = await webhook.LookAsync(cancellationToken);
        if (status is null)
            return [Finding.Bad("telegram", $"{problem}. Check Telegram:Token with BotFather, and that this machine reaches {settings.Telegram.ApiUrl}.")];
        return [Delivery(status, webhook.Address, settings.Telegram.Receive), .. Trouble(status), .. await OperatorsAsync(settings, http.Client, cancellationToken)];
    }

    private static async Task<IReadOnlyList<Finding>> OperatorsAsync(ClaveBotSettings settings, HttpClient http, CancellationToken cancellationToken) =>
        !settings.Operators.IsOn ? []
        : await new TelegramGroup(settings, http).ProblemAsync(cancellationToken) is { } problem ? [Finding.Bad("telegram", $"the operators' group {problem}.")]
        : [Finding.Good("telegram", "the operators' group is private, and the bot is in it.")];

    private static Finding Delivery(TelegramWebhookStatus status, Uri address, TelegramReceive receive) => (receive, status.Url) switch
    {
        (TelegramReceive.Polling, "") => Finding.Good("telegram", "delivers nowhere, and the host polls."),
        (TelegramReceive.Polling, _) => Finding.Bad("telegram", "delivers to a webhook, so polling gets nothing. Run: webhook delete"),
        (_, "") => Finding.Bad("telegram", "delivers nowhere. Run: webhook set"),
        _ when status.Url == address.AbsoluteUri => Finding.Good("telegram", $"delivers to {address}."),
        _ => Finding.Bad("telegram", $"delivers to {status.Url} and not to {address}. Run: webhook set"),
    };

    private static IEnumerable<Finding> Trouble(TelegramWebhookStatus status)
    {
        if (status.LastErrorAt is { } at && TimeProvider.System.GetUtcNow().UtcDateTime - at < TimeSpan.FromHours(1))
            yield return Finding.Doubtful("telegram", string.Create(CultureInfo.InvariantCulture, $"a delivery failed at {at:HH:mm:ss} UTC: {status.LastError}. 401 means another secret: run webhook set."));
        if (status.Waiting > ManyWaiting)
            yield return Finding.Doubtful("telegram", string.Create(CultureInfo.InvariantCulture, $"{status.Waiting} updates wait there: look whether the host answers."));
    }
}
