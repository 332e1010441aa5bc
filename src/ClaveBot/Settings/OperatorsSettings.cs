using System.Globalization;
using ClaveBot.Channels;

namespace ClaveBot.Settings;

/// <summary>Who answers people that want to write to somebody: a Telegram group, where each text arrives and each reply goes back.</summary>
public sealed class OperatorsSettings
{
    /// <summary>The group's chat id, a negative number; empty: nobody answers, and people are told where to call.</summary>
    public string TelegramGroup { get; set; } = "";

    /// <summary>When somebody is there, by the people's clock, as <c>08:00-17:00</c>; <c>00:00-24:00</c> for always.</summary>
    public string Hours { get; set; } = "08:00-17:00";

    /// <summary>On which days, as <c>Mon-Fri</c> or <c>Mon,Wed-Fri,Sun</c>.</summary>
    public string Days { get; set; } = "Mon-Fri";

    /// <summary>So much time of these hours may pass without an answer or a message; then the bot takes over again. 5 minutes to 1 day.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Whether there is such a group.</summary>
    public bool IsOn => TelegramGroup.Length > 0;

    /// <summary>Its chat; null when there is none.</summary>
    public ChatAddress? Group => long.TryParse(TelegramGroup, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
        ? new(Channel.Telegram, id.ToString(CultureInfo.InvariantCulture))
        : null;
}
