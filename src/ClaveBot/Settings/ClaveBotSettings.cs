using System.Net;
using System.Net.Sockets;

namespace ClaveBot.Settings;

/// <summary>Every setting of the host, as bound from appsettings.json and the environment; checked at start.</summary>
public sealed class ClaveBotSettings
{
    /// <summary>Where the host listens; several are separated by semicolons.</summary>
    public string Urls { get; set; } = "http://localhost:5081";

    /// <summary>What links and Twilio's signature are built from, never the Host header.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Whose accounts they are.</summary>
    public BotMode Mode { get; set; } = BotMode.Portal;

    /// <summary>Who runs the bot, as people know them; said in the first sentence.</summary>
    public string Owner { get; set; } = "";

    public AdminSettings Admin { get; set; } = new();

    public ProxySettings Proxies { get; set; } = new();

    public RedisSettings Redis { get; set; } = new();

    public KeySettings Keys { get; set; } = new();

    public TelegramSettings Telegram { get; set; } = new();

    public WhatsAppSettings WhatsApp { get; set; } = new();

    public DirectorySettings Directory { get; set; } = new();

    public PasswordSettings Passwords { get; set; } = new();

    public MailSettings Mail { get; set; } = new();

    public LinkSettings Links { get; set; } = new();

    public RetentionSettings Retention { get; set; } = new();

    public ContactSettings Contacts { get; set; } = new();

    public CommunitySettings Community { get; set; } = new();

    public OperatorsSettings Operators { get; set; } = new();

    /// <summary>IANA name of the people's time zone.</summary>
    public string TimeZone { get; set; } = "America/Guayaquil";

    /// <summary>When nobody is reminded of anything, by the people's clock, as <c>21:00-07:00</c>; reminders wait for its end. Empty: never.</summary>
    public string QuietHours { get; set; } = "21:00-07:00";

    /// <summary><see cref="PublicUrl"/> without a slash at its end, followed by <paramref name="path"/>.</summary>
    public Uri PublicAddress(string path) => new(PublicUrl.TrimEnd('/') + path);
}

/// <summary>Whose accounts the bot talks about.</summary>
public enum BotMode
{
    /// <summary>Somebody else's: guides through the institute's own site and never asks for a credential.</summary>
    Portal,

    /// <summary>The operator's own: changes the clave in the operator's directory.</summary>
    Operator,
}

public sealed class AdminSettings
{
    /// <summary>Where metrics, health and operators' pages listen. Keep it private.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5082";
}

public sealed class ProxySettings
{
    /// <summary>Addresses and networks (CIDR) whose <c>X-Forwarded-For</c> counts for the limits, and for nothing else. Empty: loopback.</summary>
    public string[] Trusted { get; set; } = [];

    /// <summary>As networks.</summary>
    /// <exception cref="FormatException">One is neither an address nor a network; <see cref="SettingsCheck"/> says so before.</exception>
    public IReadOnlyList<IPNetwork> Networks() =>
        [.. (Trusted.Length == 0 ? ["127.0.0.0/8", "::1"] : Trusted).Select(text => TryRead(text, out var network) ? network : throw new FormatException("Proxies:Trusted"))];

    /// <summary>Reads an address, which is a network of one, or a network.</summary>
    internal static bool TryRead(string text, out IPNetwork network)
    {
        if (!IPAddress.TryParse(text, out var address))
            return IPNetwork.TryParse(text, out network);
        network = new(address, address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32);
        return true;
    }
}

public sealed class RedisSettings
{
    /// <summary>A StackExchange.Redis configuration string, such as <c>127.0.0.1:6379</c>.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>How many replicas must have a commit before it is acknowledged, 0 to 5; fewer: 503, and the messenger comes again.</summary>
    public int Replicas { get; set; }
}

public sealed class KeySettings
{
    /// <summary>Base64 of 32 random bytes; never rotated: a new one forgets every conversation.</summary>
    public string Index { get; set; } = "";

    /// <summary>Base64 of 32 random bytes; seals what is stored.</summary>
    public string Current { get; set; } = "";

    /// <summary>Earlier values of <see cref="Current"/>, which still open what they sealed.</summary>
    public string[] Previous { get; set; } = [];
}

public sealed class PasswordSettings
{
    /// <summary>A list of breached claves made by <c>breached build</c>, beside the one that is shipped; empty for none.</summary>
    public string Breached { get; set; } = "";
}

public sealed class LinkSettings
{
    /// <summary>How long a one-time link lives from being sent. 1 to 60 minutes.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromMinutes(10);
}

public sealed class RetentionSettings
{
    /// <summary>How long a conversation is kept after its last message. 1 day to 1 year.</summary>
    public TimeSpan Conversation { get; set; } = TimeSpan.FromDays(30);
}
