namespace ClaveBot.Settings;

/// <summary>Where people are sent for what the bot cannot do; all of it is said to them, so look whether it is still true now and then.</summary>
public sealed class ContactSettings
{
    /// <summary>The institute's call centre.</summary>
    public string CallCentre { get; set; } = "140";

    /// <summary>Where complaints and reports go; a host of the institute.</summary>
    public string ComplaintsUrl { get; set; } = "https://denuncias.iess.gob.ec";

    /// <summary>The institute's WhatsApp for complaints, and for nothing else.</summary>
    public string ComplaintsWhatsApp { get; set; } = "+593 96 253 2338";

    /// <summary>Where a fraud is reported.</summary>
    public string Police { get; set; } = "1800 DELITO (1800 335 486)";

    /// <summary>The institute's own social pages, as people find them; empty for none.</summary>
    public string SocialPages { get; set; } = "";

    /// <summary>The day on which somebody last looked whether all of this is true, as yyyy-MM-dd.</summary>
    public string Checked { get; set; } = "2026-11-22";
}

/// <summary>The operator's own pages; what is empty is not shown. They are marked as not the institute's.</summary>
public sealed class CommunitySettings
{
    /// <summary>A Telegram channel or group, such as https://t.me/….</summary>
    public string Telegram { get; set; } = "";

    /// <summary>A WhatsApp group or channel.</summary>
    public string WhatsApp { get; set; } = "";

    /// <summary>Other pages.</summary>
    public string[] Pages { get; set; } = [];

    /// <summary>All that are set.</summary>
    public IReadOnlyList<string> Links => [.. new[] { Telegram, WhatsApp }.Concat(Pages).Where(static link => link.Length > 0)];
}
