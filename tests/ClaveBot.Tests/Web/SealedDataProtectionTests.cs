using System.Security.Cryptography;
using ClaveBot.Keys;
using ClaveBot.Web.Protection;
using Microsoft.AspNetCore.DataProtection;

namespace ClaveBot.Tests.Web;

public sealed class SealedDataProtectionTests
{
    private static readonly KeyRing Keys = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), []);

    [Fact]
    public void Another_instance_with_the_same_keys_opens_it()
    {
        var there = Provider(Keys).CreateProtector("a", "b").Protect([1, 2, 3]);
        Provider(Keys).CreateProtector("a").CreateProtector("b").Unprotect(there).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void It_opens_after_the_key_was_rotated()
    {
        var before = Provider(Keys).CreateProtector("a").Protect([1]);
        var rotated = Keys with { Current = RandomNumberGenerator.GetBytes(32), Previous = [Keys.Current] };
        Provider(rotated).CreateProtector("a").Unprotect(before).ShouldBe([1]);
    }

    [Fact]
    public void It_opens_for_no_other_purpose_and_not_when_altered()
    {
        var provider = Provider(Keys);
        var data = provider.CreateProtector("a", "bc").Protect([1]);
        Should.Throw<CryptographicException>(() => provider.CreateProtector("ab", "c").Unprotect(data));
        Should.Throw<CryptographicException>(() => provider.CreateProtector("a").Unprotect(data));
        data[^1] ^= 1;
        Should.Throw<CryptographicException>(() => provider.CreateProtector("a", "bc").Unprotect(data));
        Should.Throw<CryptographicException>(() => provider.CreateProtector("a").Unprotect([]));
    }

    private static SealedDataProtection Provider(KeyRing keys) => new SealedDataProtection(new Sealer(keys));
}
