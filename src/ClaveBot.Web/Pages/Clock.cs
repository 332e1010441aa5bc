using System.Globalization;
using ClaveBot.Settings;

namespace ClaveBot.Web.Pages;

/// <summary>The time of day where the people are.</summary>
internal sealed class Clock(ClaveBotSettings settings, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>As in "14:35", in every language.</summary>
    public string TimeOfDay(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, _zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What is left until <paramref name="deadline"/>.</summary>
    public TimeLeft Left(DateTimeOffset deadline, bool canGrow) =>
        new(TimeOfDay(deadline), (long)(deadline - time.GetUtcNow()).TotalMilliseconds, canGrow);
}
