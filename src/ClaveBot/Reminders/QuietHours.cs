using System.Globalization;
using ClaveBot.Settings;

namespace ClaveBot.Reminders;

/// <summary>The hours in which nobody is written to unasked, by the people's clock; they may go over midnight.</summary>
public sealed class QuietHours
{
    private readonly TimeZoneInfo _zone;
    private readonly (TimeOnly From, TimeOnly To)? _hours;

    private QuietHours(TimeZoneInfo zone, (TimeOnly From, TimeOnly To)? hours) => (_zone, _hours) = (zone, hours);

    /// <summary>Those of the settings.</summary>
    /// <exception cref="FormatException">They cannot be read; <see cref="SettingsCheck"/> says so before.</exception>
    public static QuietHours Of(ClaveBotSettings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        if (settings.QuietHours.Length == 0)
            return new(zone, null);
        return TryRead(settings.QuietHours, out var hours) ? new(zone, hours) : throw new FormatException("QuietHours");
    }

    /// <summary>The first moment, from <paramref name="at"/> on, that is not quiet.</summary>
    public DateTimeOffset Next(DateTimeOffset at)
    {
        if (_hours is not { } hours)
            return at;
        var there = TimeZoneInfo.ConvertTime(at, _zone);
        var clock = TimeOnly.FromTimeSpan(there.TimeOfDay);
        // From 21:00 to 07:00 too: what is between goes round the clock.
        if (!clock.IsBetween(hours.From, hours.To))
            return at;
        var day = DateOnly.FromDateTime(there.DateTime);
        return Moment(clock < hours.To ? day : day.AddDays(1), hours.To, _zone);
    }

    /// <summary>A day and a time by the people's clock. One that a clock put forward skips is an hour later.</summary>
    public static DateTimeOffset Moment(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Reads <c>21:00-07:00</c>.</summary>
    internal static bool TryRead(string text, out (TimeOnly From, TimeOnly To) hours)
    {
        hours = default;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && TryRead(parts[0], out hours.From) && TryRead(parts[1], out hours.To) && hours.From != hours.To;

        static bool TryRead(string part, out TimeOnly time) =>
            TimeOnly.TryParseExact(part, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
