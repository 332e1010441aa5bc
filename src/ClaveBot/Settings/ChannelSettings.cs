namespace ClaveBot.Settings;

/// <summary>The channel is off when <see cref="Token"/> is empty.</summary>
public sealed class TelegramSettings
{
    /// <summary>From BotFather: digits, a colon, letters.</summary>
    public string Token { get; set; } = "";

    /// <summary>What Telegram sends in X-Telegram-Bot-Api-Secret-Token: 1–256 of A-Z a-z 0-9 _ - (Bot API, setWebhook).</summary>
    public string SecretToken { get; set; } = "";

    public string ApiUrl { get; set; } = "https://api.telegram.org";

    public TelegramReceive Receive { get; set; } = TelegramReceive.Webhook;

    public bool IsOn => Token.Length > 0;
}

public enum TelegramReceive
{
    Webhook,

    /// <summary>For a machine without a public address.</summary>
    Polling,
}

/// <summary>WhatsApp over Twilio; the channel is off when <see cref="AccountSid"/> is empty.</summary>
public sealed class WhatsAppSettings
{
    public string AccountSid { get; set; } = "";

    /// <summary>Signs webhooks and authorises calls.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>Still accepted in signatures while a token is being rotated.</summary>
    public string PreviousAuthToken { get; set; } = "";

    /// <summary>The sender, <c>whatsapp:+…</c> (the prefix may be left out).</summary>
    public string From { get; set; } = "";

    public string ApiUrl { get; set; } = "https://api.twilio.com";

    public string ContentApiUrl { get; set; } = "https://content.twilio.com";

    public bool IsOn => AccountSid.Length > 0;

    /// <summary><see cref="From"/> as Twilio writes it.</summary>
    public string FromAddress => From.StartsWith("whatsapp:", StringComparison.Ordinal) ? From : "whatsapp:" + From;
}
