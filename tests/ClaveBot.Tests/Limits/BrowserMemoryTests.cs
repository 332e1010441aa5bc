using System.Security.Cryptography;
using ClaveBot.Accounts;
using ClaveBot.Keys;
using ClaveBot.Limits;

namespace ClaveBot.Tests.Limits;

/// <summary>S8: what a browser's long-lived cookie says, and to whom.</summary>
public sealed class BrowserMemoryTests
{
    private static readonly Cedula Ana = Of("1700000001");
    private static readonly Cedula Beto = Of("0100000009");
    private readonly KeyRing _keys = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), []);

    [Fact]
    public void S8_a_browser_is_known_for_whom_it_proved_and_for_nobody_else()
    {
        var memory = Memory(_keys);
        var cookie = memory.Remember(Ana, null);

        memory.Knows(Ana, cookie).ShouldNotBeNull();
        memory.Knows(Beto, cookie).ShouldBeNull();
        memory.Knows(Ana, null).ShouldBeNull();
    }

    [Fact]
    public void S8_a_second_person_joins_the_first_in_the_same_browser()
    {
        var memory = Memory(_keys);
        var first = memory.Remember(Ana, null);
        var both = memory.Remember(Beto, first);

        memory.Knows(Ana, both).ShouldBe(memory.Knows(Ana, first));
        memory.Knows(Beto, both).ShouldBe(memory.Knows(Ana, first));
    }

    [Fact]
    public void S8_it_does_not_grow_with_every_person_of_a_service_centre()
    {
        var memory = Memory(_keys);
        var cookie = memory.Remember(Ana, null);
        foreach (var digits in new[] { "0100000009", "2400000002", "3000000004", "0105999999", "1759999996" })
            cookie = memory.Remember(Of(digits), cookie);

        cookie.Length.ShouldBeLessThan(400);
        memory.Knows(Ana, cookie).ShouldBeNull("five later ones made her leave");
        memory.Knows(Beto, cookie).ShouldNotBeNull();
    }

    [Fact]
    public void S8_it_cannot_be_made_altered_or_read_by_who_has_no_key()
    {
        var cookie = Memory(_keys).Remember(Ana, null);
        var altered = (cookie[0] == 'A' ? 'B' : 'A') + cookie[1..];

        Memory(_keys).Knows(Ana, altered).ShouldBeNull();
        Memory(_keys).Knows(Ana, "no es una galleta ñ").ShouldBeNull();
        Memory(_keys with { Current = RandomNumberGenerator.GetBytes(32) }).Knows(Ana, cookie).ShouldBeNull();
        cookie.ShouldNotContain(Ana.Digits);
    }

    [Fact]
    public void A_rotated_key_still_opens_it()
    {
        var cookie = Memory(_keys).Remember(Ana, null);

        Memory(_keys with { Current = RandomNumberGenerator.GetBytes(32), Previous = [_keys.Current] }).Knows(Ana, cookie).ShouldNotBeNull();
    }

    private static BrowserMemory Memory(KeyRing keys) => new(new Sealer(keys), keys);

    private static Cedula Of(string digits) => Cedula.TryParse(digits, out var cedula) ? cedula : throw new ArgumentException("Not a cédula.", nameof(digits));
}
