using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>The time of day where the people are.</summary>
internal sealed class Clock(ClaveBotSettings settings)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>As in "14:35".</summary>
    public string TimeOfDay(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, _zone).ToString("HH:mm", Phrases.CultureOf(Language.Spanish));
}
