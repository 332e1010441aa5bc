namespace ClaveBot.Settings;

/// <summary>The channel is off when <see cref="Token"/> is empty.</summary>
public sealed class TelegramSettings
{
    /// <summary>From BotFather: digits, a colon, letters.</summary>
    public string Token { get; set; } = "";

    /// <summary>What Telegram sends in X-Telegram-Bot-Api-Secret-Token: 1–256 of A-Z a-z 0-9 _ - (Bot API, setWebhook).</summary>
    public string SecretToken { get; set; } = "";

    public string ApiUrl { get; set; } = "https://api.telegram.org";

    /// <summary>Where people find the bot, for the way back from a page; empty: t.me and the bot's name (nothing when <see cref="ApiUrl"/> is on loopback).</summary>
    public string ChatUrl { get; set; } = "";

    public TelegramReceive Receive { get; set; } = TelegramReceive.Webhook;

    /// <summary>Messages nobody waits for (reminders), a second, by all instances together. 1 to 30: Telegram's own limit is about 30, and answers need some of it.</summary>
    public int BulkPerSecond { get; set; } = 25;

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

    /// <summary>Options as buttons and lists, made through the Content API; otherwise, and where Twilio does not take them, they are numbered in the text.</summary>
    public bool QuickReplies { get; set; } = true;

    /// <summary>What may be said more than 24 hours after a person's message.</summary>
    public WhatsAppTemplates Templates { get; set; } = new();

    /// <summary>The same for those who chose English; the Spanish one where one is empty.</summary>
    public WhatsAppTemplates TemplatesEnglish { get; set; } = new();

    /// <summary>Where people find the sender, for the way back from a page; empty: wa.me and its number (nothing when <see cref="ApiUrl"/> is on loopback).</summary>
    public string ChatUrl { get; set; } = "";

    /// <summary>Messages nobody waits for (reminders), a second, by all instances together. 1 to 80, a sender's limit at Twilio; each costs money, so there is no hurry.</summary>
    public int BulkPerSecond { get; set; } = 10;

    /// <summary>
    /// Messages a day, by the people's clock, by all instances together: a bound on what somebody's flood can cost. 1 to 10 million. The
    /// default lets some 1,500 people through the whole way. Reminders stop at 80% of it.
    /// </summary>
    public int DailyCap { get; set; } = 10_000;

    public bool IsOn => AccountSid.Length > 0;

    /// <summary>Every template's setting with what it is set to.</summary>
    internal IEnumerable<(string Key, string Sid)> ApprovedTemplates =>
        [.. Templates.Sids("WhatsApp:Templates"), .. TemplatesEnglish.Sids("WhatsApp:TemplatesEnglish")];

    /// <summary><see cref="From"/> as Twilio writes it.</summary>
    public string FromAddress => From.StartsWith("whatsapp:", StringComparison.Ordinal) ? From : "whatsapp:" + From;
}

/// <summary>Approved templates by their ContentSid (HX and 32 hexadecimal digits); one that is empty is not sent. docs/operating.md has their texts.</summary>
public sealed class WhatsAppTemplates
{
    /// <summary>The clave was changed, or the account frozen, from another chat.</summary>
    public string Alert { get; set; } = "";

    /// <summary>A reminder that the person asked for.</summary>
    public string Reminder { get; set; } = "";

    /// <summary>A person's answer that comes late.</summary>
    public string Person { get; set; } = "";

    internal IEnumerable<(string Key, string Sid)> Sids(string section) => [($"{section}:Alert", Alert), ($"{section}:Reminder", Reminder), ($"{section}:Person", Person)];
}
