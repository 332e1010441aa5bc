using System.Globalization;
using ClaveBot.Conversation;
using ClaveBot.Reminders;

namespace ClaveBot.Tests.Reminders;

public sealed class DayReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("15 de marzo", "2027-03-15")]
    [InlineData("El 15 de Marzo, por favor", "2027-03-15")]
    [InlineData("15 de marzo de 2027", "2027-03-15")]
    [InlineData("15 marzo 2027", "2027-03-15")]
    [InlineData("30 de noviembre", "2026-11-30")]
    [InlineData("25 de noviembre", "2027-11-25")]
    [InlineData("primero de enero", "2027-01-01")]
    [InlineData("1 ene", "2027-01-01")]
    [InlineData("15/03/2027", "2027-03-15")]
    [InlineData("15/03/27", "2027-03-15")]
    [InlineData("15-3", "2027-03-15")]
    [InlineData("2027-03-15", "2027-03-15")]
    [InlineData("en 45 días", "2027-01-09")]
    [InlineData("en 45 dias a las 10:30", "2027-01-09")]
    [InlineData("dentro de un mes", "2026-12-25")]
    [InlineData("en dos semanas", "2026-12-09")]
    [InlineData("el próximo mes", "2026-12-25")]
    [InlineData("en un año", "2027-11-25")]
    [InlineData("mañana", "2026-11-26")]
    [InlineData("mañana por la mañana", "2026-11-26")]
    [InlineData("pasado mañana", "2026-11-27")]
    [InlineData("March 15", "2027-03-15")]
    [InlineData("March 15th, 2027", "2027-03-15")]
    [InlineData("15 March 2027", "2027-03-15")]
    [InlineData("the 1st of January", "2027-01-01")]
    [InlineData("in three months", "2027-02-25")]
    [InlineData("tomorrow", "2026-11-26")]
    [InlineData("next week", "2026-12-02")]
    public void A_day_is_read(string text, string day) =>
        DayReader.Read(new Words(text), Today).ShouldBe(new DayRead(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("hoy", DayFault.Past)]
    [InlineData("15/03/2020", DayFault.Past)]
    [InlineData("1 de enero de 2026", DayFault.Past)]
    [InlineData("en 2 años", DayFault.TooFar)]
    [InlineData("15 de marzo de 2029", DayFault.TooFar)]
    [InlineData("en 999 meses", DayFault.TooFar)]
    [InlineData("30 de febrero", DayFault.Unclear)]
    [InlineData("15/13/2027", DayFault.Unclear)]
    [InlineData("32/01/2027", DayFault.Unclear)]
    [InlineData("en marzo", DayFault.Unclear)]
    [InlineData("15 de marzo o 20 de abril", DayFault.Unclear)]
    [InlineData("15/03/123", DayFault.Unclear)]
    [InlineData("0/0/0000", DayFault.Unclear)]
    public void What_is_no_day_to_come_is_asked_about(string text, DayFault fault) =>
        DayReader.Read(new Words(text), Today)!.Fault.ShouldBe(fault);

    [Theory]
    [InlineData("no")]
    [InlineData("hola")]
    [InlineData("quitar recordatorio")]
    [InlineData("mar")]
    [InlineData("15")]
    [InlineData("la mañana")]
    [InlineData("999999999999999999 días")]
    [InlineData("")]
    public void What_speaks_of_no_day_is_none(string text) => DayReader.Read(new Words(text), Today).ShouldBeNull();

    [Fact]
    public void Thirteen_months_ahead_is_the_furthest()
    {
        DayReader.Read(new Words("25 de diciembre de 2027"), Today)!.Fault.ShouldBeNull();
        DayReader.Read(new Words("26 de diciembre de 2027"), Today)!.Fault.ShouldBe(DayFault.TooFar);
    }
}
