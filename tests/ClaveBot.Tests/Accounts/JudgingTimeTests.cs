using System.Diagnostics;
using ClaveBot.Accounts;

namespace ClaveBot.Tests.Accounts;

public sealed class JudgingTimeTests
{
    /// <summary>Whoever proved a clave may post any text as the new one: none may keep a core busy. The fastest of nine: neighbours on the machine can only slow it down.</summary>
    [Theory]
    [InlineData("caballo verde corre lento")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwx")]
    [InlineData("p4ssw0rd!qwerty$1lov3you@p4ssw0rd!qwerty$1lov3you@p4ssw0rd!qwerty$1lov3you@p4ssw0rd!qwerty$1lov3you@p4ssw0rd!qwerty$1lov3you@zz")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")]
    [InlineData("1984198519861987198819891990199119921993199419951996199719981999200020012002200320042005200620072008200920102011201220132014xyzw")]
    public void S9_one_judgement_takes_less_than_ten_milliseconds(string clave)
    {
        var times = Enumerable.Range(0, 10).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            PasswordRules.Shipped.Check(new Secret(clave), null, People.Ana, new PasswordLimits());
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Skip(1);
        times.Min().ShouldBeLessThan(10);
    }
}
