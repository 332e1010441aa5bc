using System.Globalization;
using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>The address at which Twilio tells what became of a message. It says when it was sent, so that nobody has to remember.</summary>
public static class StatusCallback
{
    public const string Path = "/webhooks/whatsapp/status";

    /// <summary>The parameter that says when, in milliseconds since 1970; Twilio signs it.</summary>
    public const string SentAt = "t";

    public static string Of(ClaveBotSettings settings, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{settings.PublicAddress(Path).AbsoluteUri}?{SentAt}={now.ToUnixTimeMilliseconds()}");

    /// <summary>Null when it does not say, as for an address that was entered at Twilio by hand.</summary>
    public static DateTimeOffset? ReadSentAt(string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
}
