using ClaveBot.Settings;

namespace ClaveBot.Reminders;

/// <summary>From the day somebody asks for to the moment at which the bot writes, and back.</summary>
public sealed class ReminderDays(ClaveBotSettings settings)
{
    /// <summary>So many months ahead a reminder may be.</summary>
    public const int MonthsAhead = 13;

    /// <summary>Before a clave expires its owner needs some days to change it.</summary>
    private const int DaysBeforeExpiry = 7;

    private static readonly TimeOnly Morning = new(9, 0);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>The day that it is for the people.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime);

    /// <summary>In the morning of that day; quiet hours may move it further.</summary>
    public DateTimeOffset MomentOn(DateOnly day) => QuietHours.Moment(day, Morning, _zone);

    /// <summary>In time before a clave expires.</summary>
    public DateOnly DayBefore(DateTimeOffset expires) => DayOf(expires).AddDays(-DaysBeforeExpiry);

    /// <summary>What is wrong with a day, seen from today; null when a reminder can be set on it.</summary>
    public static DayFault? FaultOf(DateOnly day, DateOnly today) =>
        day <= today ? DayFault.Past : day > today.AddMonths(MonthsAhead) ? DayFault.TooFar : null;
}

/// <summary>Why no reminder can be set on what was written.</summary>
public enum DayFault
{
    /// <summary>It speaks of a day, but not of one that is clear.</summary>
    Unclear,

    /// <summary>Gone by, or today.</summary>
    Past,

    /// <summary>Further away than <see cref="ReminderDays.MonthsAhead"/>.</summary>
    TooFar,
}
