using ClaveBot.Accounts.Ldap;

namespace ClaveBot.Tests.Accounts.Ldap;

public sealed class LdapTimeTests
{
    [Theory]
    [InlineData("20261122214634Z", "2026-11-22T21:46:34")]
    [InlineData("20261122214634.803614Z", "2026-11-22T21:46:34.803614")]
    [InlineData("202611222146Z", "2026-11-22T21:46:00")]
    public void A_directorys_times_are_read(string text, string expected) =>
        LdapTime.Parse(text).ShouldBe(DateTimeOffset.Parse(expected + "Z", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000001010000Z")]
    [InlineData("ayer")]
    public void What_is_no_time_is_none(string? text) => LdapTime.Parse(text).ShouldBeNull();
}
