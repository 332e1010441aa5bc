using System.Globalization;
using ClaveBot.Reminders;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Reminders;

public sealed class QuietHoursTests
{
    [Theory]
    // Guayaquil is five hours behind, all year.
    [InlineData("America/Guayaquil", "21:00-07:00", "2030-01-08T01:59:59Z", "2030-01-08T01:59:59Z")]
    [InlineData("America/Guayaquil", "21:00-07:00", "2030-01-08T02:00:00Z", "2030-01-08T12:00:00Z")]
    [InlineData("America/Guayaquil", "21:00-07:00", "2030-01-08T11:59:59Z", "2030-01-08T12:00:00Z")]
    [InlineData("America/Guayaquil", "21:00-07:00", "2030-01-08T12:00:00Z", "2030-01-08T12:00:00Z")]
    [InlineData("Pacific/Galapagos", "21:00-07:00", "2030-01-08T12:00:00Z", "2030-01-08T13:00:00Z")]
    [InlineData("America/Guayaquil", "13:00-15:00", "2030-01-07T19:00:00Z", "2030-01-07T20:00:00Z")]
    [InlineData("America/Guayaquil", "13:00-15:00", "2030-01-07T20:00:00Z", "2030-01-07T20:00:00Z")]
    [InlineData("America/Guayaquil", "", "2030-01-08T05:00:00Z", "2030-01-08T05:00:00Z")]
    // The night in which Madrid loses an hour: two in the morning does not exist.
    [InlineData("Europe/Madrid", "21:00-02:30", "2030-03-31T00:30:00Z", "2030-03-31T01:30:00Z")]
    [InlineData("Europe/Madrid", "21:00-07:00", "2030-03-30T22:00:00Z", "2030-03-31T05:00:00Z")]
    [InlineData("Europe/Madrid", "21:00-07:00", "2030-10-26T20:00:00Z", "2030-10-27T06:00:00Z")]
    public void What_is_quiet_waits_for_its_end(string zone, string hours, string at, string next)
    {
        var quiet = QuietHours.Of(new() { TimeZone = zone, QuietHours = hours });

        quiet.Next(Utc(at)).ShouldBe(Utc(next));
        quiet.Next(Utc(next)).ShouldBe(Utc(next));
    }

    [Theory]
    [InlineData("21:00")]
    [InlineData("21-7")]
    [InlineData("21:00-24:00")]
    [InlineData("21:00-21:00")]
    [InlineData("9pm-7am")]
    public void What_cannot_be_read_stops_the_start_with_its_cure(string hours) =>
        SettingsCheck.Errors(new() { QuietHours = hours }).ShouldContain(error => error.Key == "QuietHours" && error.Cure.Contains("21:00-07:00"));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
