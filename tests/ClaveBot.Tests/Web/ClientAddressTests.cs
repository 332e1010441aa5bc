using System.Net;
using ClaveBot.Settings;
using ClaveBot.Web.Http;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Tests.Web;

/// <summary>S8, S12: an address counts for the limits, and X-Forwarded-For says it only when a trusted proxy does.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "", "203.0.113.7")]
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("::1", "198.51.100.1", "198.51.100.1")]
    [InlineData("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "198.51.100.66, 198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "198.51.100.66, 198.51.100.1, 127.0.0.2", "198.51.100.1")]
    [InlineData("127.0.0.1", "127.0.0.3, 127.0.0.2", "127.0.0.3")]
    [InlineData("127.0.0.1", "198.51.100.1:40122", "198.51.100.1")]
    [InlineData("127.0.0.1", "2001:db8::7", "2001:db8::7")]
    [InlineData("127.0.0.1", "[2001:db8::7]:443", "2001:db8::7")]
    [InlineData("127.0.0.1", "198.51.100.1, nobody", "127.0.0.1")]
    [InlineData("127.0.0.1", ",,", "127.0.0.1")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    public void S8_the_rightmost_address_that_is_no_proxys(string connection, string header, string expected) =>
        Of(connection, header).ShouldBe(IPAddress.Parse(expected));

    [Theory]
    [InlineData("10.0.0.7", "198.51.100.1", "198.51.100.1")]
    [InlineData("10.0.0.7", "198.51.100.1, 10.0.0.9", "198.51.100.1")]
    [InlineData("10.0.1.7", "198.51.100.1", "10.0.1.7")]
    [InlineData("127.0.0.1", "198.51.100.1", "127.0.0.1")]
    public void S8_trusted_are_those_that_the_settings_name(string connection, string header, string expected) =>
        Of(connection, header, "10.0.0.0/24").ShouldBe(IPAddress.Parse(expected));

    [Fact]
    public void S8_several_headers_are_one()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Headers.Append("X-Forwarded-For", "198.51.100.66");
        context.Request.Headers.Append("X-Forwarded-For", "198.51.100.1, 127.0.0.1");

        new ClientAddress(new()).Of(context).ShouldBe(IPAddress.Parse("198.51.100.1"));
    }

    private static IPAddress? Of(string connection, string header, params string[] trusted)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        if (header.Length > 0)
            context.Request.Headers["X-Forwarded-For"] = header;
        return new ClientAddress(new ClaveBotSettings { Proxies = { Trusted = trusted } }).Of(context);
    }
}
