using System.Collections.Frozen;
using System.Globalization;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Handoff;

/// <summary>When somebody is there to answer, by the people's clock.</summary>
public sealed class OfficeHours(ClaveBotSettings settings)
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>From midnight.</summary>
    public (TimeSpan From, TimeSpan To) Hours { get; } = HoursOf(settings.Operators.Hours) ?? (TimeSpan.Zero, TimeSpan.FromDays(1));

    /// <summary>At least one.</summary>
    public IReadOnlyCollection<DayOfWeek> Days { get; } = DaysOf(settings.Operators.Days) ?? [.. Week];

    /// <summary>Whether somebody is there.</summary>
    public bool IsOpen(DateTimeOffset at) => Opens(at) == at;

    /// <summary>The first moment, not before <paramref name="at"/>, at which somebody is there.</summary>
    public DateTimeOffset Opens(DateTimeOffset at) => Shifts(at).First().From;

    /// <summary>The moment at which somebody has been there for <paramref name="span"/> since <paramref name="at"/>.</summary>
    public DateTimeOffset After(DateTimeOffset at, TimeSpan span)
    {
        foreach (var (from, to) in Shifts(at))
        {
            if (span <= to - from)
                return from + span;
            span -= to - from;
        }

        throw new InvalidOperationException("A week without a shift.");
    }

    /// <summary>In words, as "de lunes a viernes, de 08:00 a 17:00".</summary>
    public string Say(Language language)
    {
        var names = Days.Select(day => Phrases.CultureOf(language).DateTimeFormat.GetDayName(day)).ToList();
        var (from, to) = (ClockOf(Hours.From), ClockOf(Hours.To));
        var isRow = Days.Count > 2 && Array.IndexOf(Week, Days.Last()) - Array.IndexOf(Week, Days.First()) == Days.Count - 1;
        return isRow
            ? TalkText.HoursRange.Say(language, names[0], names[^1], from, to)
            : TalkText.HoursDays.Say(language, string.Join(", ", names), from, to);

        static string ClockOf(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");
    }

    /// <summary>Reads <c>08:00-17:00</c>; null when it is no span of one day.</summary>
    public static (TimeSpan From, TimeSpan To)? HoursOf(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to] && TimeOf(from) is { } opens && TimeOf(to) is { } closes && opens < closes
            ? (opens, closes)
            : null;

    /// <summary>Reads <c>Mon,Wed-Fri</c>; null when it names no day, or something else.</summary>
    public static IReadOnlyCollection<DayOfWeek>? DaysOf(string text)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var (first, last) = (Place(ends[0]), Place(ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
                return null;
            for (var day = first; ; day = (day + 1) % Week.Length)
            {
                days.Add(Week[day]);
                if (day == last)
                    break;
            }
        }

        return [.. Week.Where(days.Contains)];

        static int Place(string name) => Array.FindIndex(Week, day => name.Equals(day.ToString()[..3], StringComparison.OrdinalIgnoreCase));
    }

    // The rest of the shift that runs, and those that follow, without an end.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Shifts(DateTimeOffset at)
    {
        var days = Days.ToFrozenSet();
        for (var day = TimeZoneInfo.ConvertTime(at, _zone).Date; ; day = day.AddDays(1))
        {
            if (!days.Contains(day.DayOfWeek))
                continue;
            var (from, to) = (Moment(day + Hours.From), Moment(day + Hours.To));
            if (at < to)
                yield return (at > from ? at : from, to);
        }
    }

    private DateTimeOffset Moment(DateTime local) => new(local, _zone.GetUtcOffset(local));

    private static TimeSpan? TimeOf(string text) =>
        text == "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
        : null;
}
