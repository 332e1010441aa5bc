using System.Globalization;
using ClaveBot.Handoff;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Handoff;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2030-01-07T08:00", true)]
    [InlineData("2030-01-07T07:59", false)]
    [InlineData("2030-01-07T16:59", true)]
    [InlineData("2030-01-07T17:00", false)]
    [InlineData("2030-01-12T10:00", false)]
    public void Somebody_is_there_in_office_hours(string at, bool isOpen) => Usual().IsOpen(There(at)).ShouldBe(isOpen);

    [Theory]
    [InlineData("2030-01-07T09:00", "2030-01-07T09:00")]
    [InlineData("2030-01-07T06:00", "2030-01-07T08:00")]
    [InlineData("2030-01-07T17:00", "2030-01-08T08:00")]
    [InlineData("2030-01-11T20:00", "2030-01-14T08:00")]
    public void It_opens_again(string at, string opens) => Usual().Opens(There(at)).ShouldBe(There(opens));

    /// <summary>A night and a week-end are no time in which nobody answered.</summary>
    [Theory]
    [InlineData("2030-01-07T09:00", "2030-01-07T11:00")]
    [InlineData("2030-01-07T16:30", "2030-01-08T09:30")]
    [InlineData("2030-01-11T16:00", "2030-01-14T09:00")]
    [InlineData("2030-01-12T12:00", "2030-01-14T10:00")]
    public void Only_office_hours_count(string at, string after) => Usual().After(There(at), TimeSpan.FromHours(2)).ShouldBe(There(after));

    [Fact]
    public void Always_is_always()
    {
        var always = new OfficeHours(Settings("00:00-24:00", "Mon-Sun"));

        always.IsOpen(There("2030-01-12T03:00")).ShouldBeTrue();
        always.After(There("2030-01-12T23:00"), TimeSpan.FromHours(26)).ShouldBe(There("2030-01-14T01:00"));
    }

    [Theory]
    [InlineData("Mon-Fri", Language.Spanish, "de lunes a viernes, de 08:00 a 17:00")]
    [InlineData("Mon-Fri", Language.English, "from Monday to Friday, 08:00 to 17:00")]
    [InlineData("Mon,Wed", Language.Spanish, "lunes, miércoles, de 08:00 a 17:00")]
    public void It_is_said(string days, Language language, string said) => new OfficeHours(Settings("08:00-17:00", days)).Say(language).ShouldBe(said);

    [Theory]
    [InlineData("fri-mon", new[] { DayOfWeek.Monday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday })]
    [InlineData("Tue", new[] { DayOfWeek.Tuesday })]
    [InlineData("Mon-Tue-Wed", null)]
    [InlineData("Mon,", null)]
    public void Days_are_read(string text, DayOfWeek[]? days) => OfficeHours.DaysOf(text).ShouldBe(days);

    private static OfficeHours Usual() => new(Settings("08:00-17:00", "Mon-Fri"));

    private static ClaveBotSettings Settings(string hours, string days) => new() { Operators = new() { TelegramGroup = "-1", Hours = hours, Days = days } };

    private static DateTimeOffset There(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(-5));
}
