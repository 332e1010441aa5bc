using ClaveBot.Accounts;

namespace ClaveBot.IntegrationTests.Accounts;

/// <summary>S9 and S10: the directory's own rules.</summary>
public abstract partial class DirectoryContract
{
    [Fact]
    public async Task S9_a_common_clave_is_refused_on_every_path()
    {
        const string common = "123456789012345";
        (await ChangeAsync(Ana.Password, common)).ShouldBe(new ChangeResult.Refused(PasswordFault.Common));
        (await ResetAsync(common)).ShouldBe(new ChangeResult.Refused(PasswordFault.Common));
        await OnlyTakesAsync(Ana.Password);
    }

    [Fact]
    public async Task S9_the_directorys_own_limits_are_told_and_hold()
    {
        await World.PolicyAsync(new() { MinLength = 20, MaxLength = 64 });
        (await Directory.CheckAsync(Token)).ShouldBeNull();

        Directory.Limits.ShouldBe(new PasswordLimits(20, 64));
        (await ChangeAsync(Ana.Password, "Loro y 4 gatos mojados"[..19])).ShouldBe(new ChangeResult.Refused(PasswordFault.TooShort));
        (await ChangeAsync(Ana.Password, string.Concat(Enumerable.Repeat(NewClave, 3)))).ShouldBe(new ChangeResult.Refused(PasswordFault.TooLong));
        await OnlyTakesAsync(Ana.Password);
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();
    }

    [Fact]
    public async Task S9_never_fewer_than_fifteen_whatever_the_directory_takes()
    {
        await World.PolicyAsync(new() { MinLength = 6 });
        await Directory.CheckAsync(Token);
        Directory.Limits.MinLength.ShouldBe(15);
        (await ChangeAsync(Ana.Password, "Zx9#kLm2$vBn7@")).ShouldBe(new ChangeResult.Refused(PasswordFault.TooShort));
    }

    [Fact]
    public async Task S10_a_clave_used_before_is_refused_on_every_path()
    {
        await World.PolicyAsync(new() { InHistory = 3 });
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();

        (await ChangeAsync(NewClave, Ana.Password)).ShouldBe(new ChangeResult.Refused(PasswordFault.InHistory));
        (await ResetAsync(Ana.Password)).ShouldBe(new ChangeResult.Refused(PasswordFault.InHistory));
        (await ResetAsync(NewClave)).ShouldBe(new ChangeResult.Refused(PasswordFault.InHistory));
        await OnlyTakesAsync(NewClave);
    }

    [Fact]
    public async Task S10_a_clave_that_is_too_new_stays_on_every_path()
    {
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();
        await World.PolicyAsync(new() { MinAge = TimeSpan.FromHours(1) });

        (await ChangeAsync(NewClave, OtherClave)).ShouldBe(new ChangeResult.Refused(PasswordFault.TooYoung));
        (await ResetAsync(OtherClave)).ShouldBe(new ChangeResult.Refused(PasswordFault.TooYoung));
        await OnlyTakesAsync(NewClave);
    }

    [Fact]
    public async Task S10_an_expired_clave_is_proven_as_such_and_can_be_changed()
    {
        await World.PolicyAsync(new() { MaxAge = TimeSpan.FromDays(90) });
        await World.AgeAsync(Ana, TimeSpan.FromDays(91));

        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Proven>().Reason.ShouldBe(PolicyOutcome.PasswordExpired);
        (await VerifyAsync(OtherClave)).ShouldBeOfType<VerifyResult.Refused>();
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();

        (await VerifyAsync(NewClave)).ShouldBeOfType<VerifyResult.Proven>().Reason.ShouldBeNull();
        await OnlyTakesAsync(NewClave);
    }

    [Fact]
    public async Task S10_a_provisional_clave_is_proven_as_such_and_can_be_changed()
    {
        await World.MustChangeAsync(Ana);

        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Proven>().Reason.ShouldBe(PolicyOutcome.ChangeAfterReset);
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();

        (await VerifyAsync(NewClave)).ShouldBeOfType<VerifyResult.Proven>().Reason.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_known_when_a_clave_expires()
    {
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();
        (await ReadAsync()).Expires.ShouldBeNull();
        await World.PolicyAsync(new() { MaxAge = TimeSpan.FromDays(90) });
        await Directory.CheckAsync(Token);

        var before = (await ReadAsync()).Expires.ShouldNotBeNull();
        await World.AgeAsync(Ana, TimeSpan.FromDays(30));
        (before - (await ReadAsync()).Expires.ShouldNotBeNull()).ShouldBeInRange(TimeSpan.FromDays(29.9), TimeSpan.FromDays(30.1));
    }
}
