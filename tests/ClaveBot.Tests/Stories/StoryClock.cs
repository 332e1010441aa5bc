using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Stories;

/// <summary>The clock of a world whose stories tell the time; it only goes on, so that all of them can share it.</summary>
public sealed class StoryClock
{
    private static readonly TimeSpan Ecuador = TimeSpan.FromHours(-5);
    private static readonly string[] Days = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"];

    /// <summary>What the host is given; it begins on a Monday.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2030, 1, 7, 7, 0, 0, Ecuador));

    /// <summary>Goes on as a line of a story says.</summary>
    public void GoOn(string when)
    {
        var now = Time.GetUtcNow().ToOffset(Ecuador);
        if (when.StartsWith('+'))
        {
            Time.Advance(when[1..].Split(':') is [var hours, var minutes] ? new TimeSpan(Number(hours), Number(minutes), 0) : throw new FormatException($"No such time: {when}"));
            return;
        }

        var (day, clock) = when.Split(' ') is [var name, var time] ? (Array.IndexOf(Days, name), TimeSpan.ParseExact(time, @"hh\:mm", CultureInfo.InvariantCulture)) : (-1, default);
        if (day < 0)
            throw new FormatException($"No such time: {when}");
        var then = new DateTimeOffset(now.Date.AddDays((day - (int)now.DayOfWeek + 7) % 7) + clock, Ecuador);
        Time.Advance((then > now ? then : then.AddDays(7)) - now);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Lets seconds pass until something has happened.</summary>
    public async Task PassUntilAsync(Task happened)
    {
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!happened.IsCompleted && await glance.WaitForNextTickAsync(TestContext.Current.CancellationToken))
            Time.Advance(TimeSpan.FromSeconds(1));
    }
}
