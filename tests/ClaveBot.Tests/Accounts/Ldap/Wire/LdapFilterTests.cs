using System.Text;
using ClaveBot.Accounts.Ldap.Wire;

namespace ClaveBot.Tests.Accounts.Ldap.Wire;

public sealed class LdapFilterTests
{
    /// <summary>Bytes as RFC 4511, 4.5.1.7 wants them, written by hand.</summary>
    [Theory]
    [InlineData("(uid=1700000001)", "A3110403756964040A31373030303030303031")]
    [InlineData("(uid=*)", "8703756964")]
    [InlineData("(cn=a*b*c)", "A40F0402636E3009800161810162820163")]
    [InlineData("(cn=*b*)", "A4090402636E3003810162")]
    [InlineData("(&(a=1)(!(b=2)))", "A012A3060401610401 31A208A306040162040132")]
    [InlineData("(|(a>=1)(a<=2)(a~=3))", "A118A506040161040131A606040161040132A806040161040133")]
    [InlineData("(cn=\\2a\\28)", "A3080402636E04022A28")]
    [InlineData("(cn=ñ)", "A3080402636E0402C3B1")]
    public void Is_written_as_the_protocol_wants(string filter, string bytes) =>
        Convert.ToHexString(LdapFilter.Encode(filter)).ShouldBe(bytes.Replace(" ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("uid=1")]
    [InlineData("(uid=1")]
    [InlineData("(uid=1))")]
    [InlineData("(=1)")]
    [InlineData("(uid:=1)")]
    [InlineData("(uid>1)")]
    [InlineData("(cn=\\2)")]
    [InlineData("(cn=\\zz)")]
    [InlineData("(&(a=1)")]
    public void What_is_no_filter_is_refused(string filter) => Should.Throw<FormatException>(() => LdapFilter.Encode(filter));

    [Fact]
    public void Depth_has_an_end() =>
        Should.Throw<FormatException>(() => LdapFilter.Encode(string.Concat(Enumerable.Repeat("(!", 5000)) + "(a=1)" + new string(')', 5000)));

    /// <summary>Whatever is put in stays one value: the filter is the same equality match, with those bytes in it.</summary>
    [Theory]
    [InlineData("*")]
    [InlineData("1700000001)(uid=*")]
    [InlineData("*)(|(objectClass=*")]
    [InlineData("\\2a")]
    [InlineData("{0}")]
    [InlineData("a\0b")]
    [InlineData("ñandú,cn=admin")]
    public void S13_a_value_stays_a_value(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        byte[] expected = [0xA3, (byte)(bytes.Length + 7), 0x04, 0x03, .. "uid"u8, 0x04, (byte)bytes.Length, .. bytes];
        LdapFilter.Encode("(uid={0})", value).ShouldBe(expected);
    }
}
