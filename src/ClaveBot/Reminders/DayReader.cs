using System.Collections.Frozen;
using System.Globalization;
using ClaveBot.Conversation;

namespace ClaveBot.Reminders;

/// <summary>
/// Reads the day in a typed text: "15 de marzo", "15/03/2027", "en 45 días", "mañana", "March 15". Figures alone are day, month, year, as
/// in Ecuador. Where a day without a year has gone by, the next one is meant.
/// </summary>
internal static class DayReader
{
    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "enero ene january jan", "febrero feb february", "marzo marso mar march", "abril avril abr april apr", "mayo may", "junio jun june", "julio jul july",
        "agosto ago august aug", "septiembre setiembre sep sept september", "octubre oct october", "noviembre nov november", "diciembre dic december dec");

    private static readonly FrozenDictionary<string, int> Counts = Numbered(
        "un una uno a an one primero", "dos two", "tres three", "cuatro four", "cinco five", "seis six", "siete seven", "ocho eight", "nueve nine", "diez ten", "once eleven", "doce twelve");

    // As Unit has them.
    private static readonly FrozenDictionary<string, int> Units = Numbered("dia dias day days", "semana semanas week weeks", "mes meses month months", "ano anos year years");

    private enum Unit
    {
        Day = 1,
        Week,
        Month,
        Year,
    }

    /// <summary>The day, or what is wrong with it; null when the text speaks of none.</summary>
    /// <param name="words">The text.</param>
    /// <param name="today">By the people's clock.</param>
    public static DayRead? Read(Words words, DateOnly today)
    {
        var said = words.Text.Split(' ');
        List<DayRead> found = [.. InWords(said, today), .. Ahead(said, today), .. WithMonths(said, today)];
        if (found.Count == 0)
            found = [.. InFigures(said, today)];
        return found.Distinct().ToList() switch
        {
            [] => null,
            [{ Fault: null } only] => ReminderDays.FaultOf(only.Day, today) is { } fault ? new(fault) : only,
            _ => new DayRead(DayFault.Unclear),
        };
    }

    private static IEnumerable<DayRead> InWords(string[] said, DateOnly today)
    {
        for (var i = 0; i < said.Length; i++)
        {
            // "Mañana en la mañana" is one day, "pasado mañana" the one after it.
            if (said[i] is "tomorrow" or "manana" && !(i > 0 && said[i - 1] is "la"))
                yield return new(today.AddDays(i > 0 && said[i - 1] is "pasado" or "after" ? 2 : 1));
            else if (said[i] is "hoy" or "today")
                yield return new(today);
        }
    }

    // "En 45 días", "dentro de un mes", "en dos semanas", "next month".
    private static IEnumerable<DayRead> Ahead(string[] said, DateOnly today)
    {
        for (var i = 1; i < said.Length; i++)
        {
            if (!Units.TryGetValue(said[i], out var unit))
                continue;
            var count = said[i - 1] is "proximo" or "proxima" or "siguiente" or "next" ? 1
                : Counts.TryGetValue(said[i - 1], out var word) ? word
                : int.TryParse(said[i - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure is > 0 and < 1000 ? figure : 0;
            if (count > 0)
                yield return new(Add(today, count, (Unit)unit));
        }
    }

    private static DateOnly Add(DateOnly day, int count, Unit unit) => unit switch
    {
        Unit.Day => day.AddDays(count),
        Unit.Week => day.AddDays(7 * count),
        Unit.Month => day.AddMonths(count),
        _ => day.AddYears(count),
    };

    // "15 de marzo de 2027", "March 15th, 2027"; a month without a day is not clear.
    private static IEnumerable<DayRead> WithMonths(string[] said, DateOnly today)
    {
        for (var i = 0; i < said.Length; i++)
        {
            if (!Months.TryGetValue(said[i], out var month))
                continue;
            var before = i > 0 && said[i - 1] is "de" or "of" ? i - 2 : i - 1;
            var (day, last) = before >= 0 && DayIn(said[before]) is > 0 and var first ? (first, i)
                : i + 1 < said.Length && DayIn(said[i + 1]) is > 0 and var second ? (second, i + 1) : (0, i);
            // "Mar", "may" and "a" are words of their own: alone they name no month.
            if (day == 0 && said[i].Length <= 3)
                continue;
            var after = last + 1 < said.Length && said[last + 1] is "de" or "del" ? last + 2 : last + 1;
            yield return Of(day, month, after < said.Length ? YearIn(said[after]) : null, today);
        }
    }

    // "15/03/2027", "15-3", "2027-03-15"; without a month's name there must be two or three figures and nothing between them.
    private static IEnumerable<DayRead> InFigures(string[] said, DateOnly today)
    {
        for (var i = 0; i + 1 < said.Length; i++)
        {
            if (!IsFigure(said[i]) || !IsFigure(said[i + 1]))
                continue;
            var third = i + 2 < said.Length && IsFigure(said[i + 2]) ? said[i + 2] : null;
            yield return said[i].Length == 4 && third is not null
                ? Of(DayIn(third), Number(said[i + 1]), YearIn(said[i]), today)
                : Of(DayIn(said[i]), Number(said[i + 1]), third is null ? null : YearIn(third) ?? 0, today);
            i += third is null ? 1 : 2;
        }
    }

    private static DayRead Of(int day, int month, int? year, DateOnly today)
    {
        if (month is < 1 or > 12 || day < 1 || year is < 1900 or > 2999 || day > DateTime.DaysInMonth(year ?? 2028, month))
            return new(DayFault.Unclear);
        if (year is { } said)
            return new(new DateOnly(said, month, day));
        for (var next = today.Year; ; next++)
        {
            // 29 February waits for a leap year.
            if (day <= DateTime.DaysInMonth(next, month) && new DateOnly(next, month, day) is var found && found > today)
                return new(found);
        }
    }

    private static int DayIn(string word)
    {
        if (word is "primero")
            return 1;
        var figures = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return IsFigure(figures) && figures.Length <= 2 ? Number(figures) : 0;
    }

    private static int? YearIn(string word) => !IsFigure(word) ? null : word.Length switch
    {
        4 => Number(word),
        2 => 2000 + Number(word),
        _ => null,
    };

    private static bool IsFigure(string word) => word.Length is > 0 and <= 4 && word.All(char.IsAsciiDigit);

    private static int Number(string word) => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> Numbered(params string[] words) => words
        .SelectMany(static (same, i) => same.Split(' ').Select(word => (word, number: i + 1)))
        .ToFrozenDictionary(static pair => pair.word, static pair => pair.number, StringComparer.Ordinal);
}

/// <summary>The day that a text speaks of.</summary>
/// <param name="Day">Meaningless when there is a fault.</param>
/// <param name="Fault">Why no reminder can be set on it.</param>
internal sealed record DayRead(DateOnly Day, DayFault? Fault = null)
{
    public DayRead(DayFault fault)
        : this(default, fault)
    {
    }
}
