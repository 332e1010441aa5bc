using ClaveBot.Accounts;

namespace ClaveBot.Tests.Accounts;

public class CedulaTests
{
    [Theory]
    [InlineData("1700000001", "1700000001")]
    [InlineData("0100000009", "0100000009")]
    [InlineData("2400000002", "2400000002")]
    [InlineData("3000000004", "3000000004")]
    [InlineData("0105999999", "0105999999")]
    [InlineData("1759999996", "1759999996")]
    [InlineData("3060000001", "3060000001")]
    [InlineData("0960000008", "0960000008")]
    [InlineData("170000000-1", "1700000001")]
    [InlineData(" 17 0000 0001 ", "1700000001")]
    [InlineData("17\u00A00000-0001", "1700000001")]
    public void Reads_what_people_write(string typed, string digits)
    {
        Cedula.TryParse(typed, out var cedula).ShouldBeTrue();
        cedula.ShouldNotBeNull().Digits.ShouldBe(digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1700000002")] // check digit
    [InlineData("170000000")] // too short
    [InlineData("17000000011")] // too long
    [InlineData("1700000001001")] // RUC
    [InlineData("2500000001")] // province
    [InlineData("0000000000")] // province
    [InlineData("1770000007")] // third digit
    [InlineData("17A0000001")]
    [InlineData("١٧٠٠٠٠٠٠٠١")] // digits, but not these
    public void Refuses_what_is_none(string? typed) => Cedula.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void Is_masked_when_formatted()
    {
        Cedula.TryParse("1759999996", out var cedula).ShouldBeTrue();
        $"{cedula}".ShouldBe("cédula ••••••96");
    }
}
