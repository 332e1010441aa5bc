using ClaveBot.Accounts;

namespace ClaveBot.IntegrationTests.Accounts;

/// <summary>S8, recovery and the freeze.</summary>
public abstract partial class DirectoryContract
{
    [Fact]
    public async Task S8_the_failure_that_would_lock_the_account_is_never_caused()
    {
        await World.PolicyAsync(new() { MaxFailure = 4 });
        await Directory.CheckAsync(Token);
        var answers = new List<VerifyResult>();
        for (var i = 0; i < 10; i++)
            answers.Add(await VerifyAsync("no es esta " + i));

        answers.Take(3).ShouldAllBe(static answer => answer is VerifyResult.Refused);
        answers.Skip(3).ShouldAllBe(static answer => answer is VerifyResult.Held);
        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Held>();
        (await World.TakesAsync(Ana, Ana.Password)).ShouldBeTrue("the directory has locked the account");
        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task S8_strangers_leave_tries_to_the_owner()
    {
        await World.PolicyAsync(new() { MaxFailure = 5 });
        await Directory.CheckAsync(Token);
        for (var i = 0; i < 20; i++)
            (await VerifyAsync("no es esta " + i, Asker.Stranger)).ShouldNotBeOfType<VerifyResult.Proven>();

        (await VerifyAsync(Ana.Password, Asker.Stranger)).ShouldBeOfType<VerifyResult.Held>();
        (await VerifyAsync("un error de la dueña")).ShouldBeOfType<VerifyResult.Refused>();
        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task S8_nor_by_a_hundred_at_once()
    {
        await World.PolicyAsync(new() { MaxFailure = 4 });
        await Directory.CheckAsync(Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => VerifyAsync("no es esta " + i)));

        answers.Count(static answer => answer is VerifyResult.Refused).ShouldBe(3);
        (await World.TakesAsync(Ana, Ana.Password)).ShouldBeTrue("the directory has locked the account");
    }

    [Fact]
    public async Task A_reset_needs_no_current_clave_and_forgets_the_failures()
    {
        await World.PolicyAsync(new() { MaxFailure = 4 });
        await Directory.CheckAsync(Token);
        for (var i = 0; i < 4; i++)
            await VerifyAsync("no es esta " + i);

        (await ResetAsync(NewClave)).ShouldBeOfType<ChangeResult.Changed>();

        (await VerifyAsync(NewClave)).ShouldBeOfType<VerifyResult.Proven>().Reason.ShouldBeNull();
        await OnlyTakesAsync(NewClave);
    }

    [Fact]
    public async Task A_frozen_account_takes_nothing_until_it_is_unfrozen()
    {
        (await ReadAsync()).Frozen.ShouldBeFalse();
        (await Directory.FreezeAsync(AnasCedula, Token)).ShouldBe(FreezeResult.Done);
        (await Directory.FreezeAsync(AnasCedula, Token)).ShouldBe(FreezeResult.Done);

        (await ReadAsync()).Frozen.ShouldBeTrue();
        (await World.TakesAsync(Ana, Ana.Password)).ShouldBeFalse();
        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Refused>();
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBe(new ChangeResult.Refused(PasswordFault.Locked));
        (await ResetAsync(NewClave)).ShouldBe(new ChangeResult.Refused(PasswordFault.Locked));

        (await Directory.UnfreezeAsync(AnasCedula, Token)).ShouldBe(FreezeResult.Done);
        (await ReadAsync()).Frozen.ShouldBeFalse();
        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Proven>();
        await OnlyTakesAsync(Ana.Password);
    }
}
