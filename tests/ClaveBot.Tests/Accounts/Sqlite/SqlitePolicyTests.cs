using ClaveBot.Accounts;
using ClaveBot.Accounts.Sqlite;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Accounts.Sqlite;

/// <summary>What of the embedded directory's policy depends on its clock and on its file; the rest is in the directories' contract.</summary>
public sealed class SqlitePolicyTests : IAsyncLifetime
{
    private static readonly Secret Clave = new(DirectoryOnDisk.AnasClave);
    private static readonly Secret Wrong = new("no es esta, de verdad");
    private static readonly Secret New = new("Mi-perro-come-7-mangos");

    private DirectoryOnDisk disk = null!;

    public async ValueTask InitializeAsync() => disk = await DirectoryOnDisk.SeededAsync();

    public ValueTask DisposeAsync()
    {
        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task S8_a_failure_counts_for_its_window_and_no_longer()
    {
        using var directory = disk.Open(policy: new() { MaxFailures = 4, FailureWindow = TimeSpan.FromMinutes(15) });
        for (var i = 0; i < 3; i++)
            (await VerifyAsync(directory, Wrong)).ShouldBeOfType<VerifyResult.Refused>();
        disk.Clock.Advance(TimeSpan.FromMinutes(15));
        (await VerifyAsync(directory, Clave)).ShouldBeOfType<VerifyResult.Held>();
        disk.Clock.Advance(TimeSpan.FromSeconds(1));
        await VerifyAsync(directory, Wrong);
        disk.Query("SELECT count(*) FROM failure WHERE cedula = '1700000001'").ShouldBe(1L, "What does not count is not kept.");
        (await VerifyAsync(directory, Clave)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task S8_failures_survive_a_restart_and_a_right_clave_forgets_them()
    {
        var policy = new SqlitePolicySettings { MaxFailures = 4 };
        using (var directory = disk.Open(policy: policy))
        {
            await VerifyAsync(directory, Wrong);
            await VerifyAsync(directory, Wrong);
            await VerifyAsync(directory, Clave);
            await VerifyAsync(directory, Wrong);
        }

        using var anew = disk.Open(policy: policy);
        await VerifyAsync(anew, Wrong);
        disk.Query("SELECT count(*) FROM failure WHERE cedula = '1700000001'").ShouldBe(2L);
        await VerifyAsync(anew, Wrong);
        (await VerifyAsync(anew, Clave)).ShouldBeOfType<VerifyResult.Held>();
    }

    [Fact]
    public async Task An_account_with_too_many_failures_is_locked_like_a_frozen_one()
    {
        using (var lenient = disk.Open(policy: new() { MaxFailures = 0 }))
        {
            for (var i = 0; i < 4; i++)
                await VerifyAsync(lenient, Wrong);
        }

        using var directory = disk.Open(policy: new() { MaxFailures = 4 });
        (await VerifyAsync(directory, Clave)).ShouldBeOfType<VerifyResult.Refused>();
        (await directory.UnfreezeAsync(People.AnasCedula, Token)).ShouldBe(FreezeResult.Done);
        (await VerifyAsync(directory, Clave)).ShouldBeOfType<VerifyResult.Proven>();
    }

    /// <summary>A known person's wrong clave is written down: so is what counts for nobody, or the time would tell them apart. No cédula is kept of strangers.</summary>
    [Fact]
    public async Task S7_a_try_that_counts_for_nobody_is_written_too()
    {
        using var directory = disk.Open();
        await directory.VerifyAsync(People.Stranger, Wrong, Asker.Stranger, Token);
        await directory.FreezeAsync(People.AnasCedula, Token);
        await VerifyAsync(directory, Clave);
        disk.Query("SELECT group_concat(cedula || '|' || id) FROM failure").ShouldBe("|2");
    }

    [Fact]
    public async Task A_try_that_was_called_off_does_not_count()
    {
        var hasher = new PasswordHasher(Argon2Cost.Current);
        using var directory = disk.Open(hasher);
        hasher.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(() => VerifyAsync(directory, Wrong));
        disk.Query("SELECT count(*) FROM failure").ShouldBe(0L);
    }

    [Fact]
    public async Task L4_earlier_claves_are_argon2id_too()
    {
        using var directory = disk.Open();
        var marker = (await directory.ReadAsync(People.AnasCedula, Token)).ShouldBeOfType<ReadResult.Found>().Marker;
        (await directory.ResetAsync(People.AnasCedula, New, marker, Token)).ShouldBeOfType<ChangeResult.Changed>();
        disk.Query("SELECT count(*) FROM history WHERE password LIKE '$argon2id$v=19$m=19456,t=2,p=1$%'").ShouldBe(1L);
        disk.Query("SELECT count(*) FROM history").ShouldBe(1L);
    }

    [Fact]
    public async Task L4_the_cost_is_that_of_the_settings()
    {
        using var dearer = new PasswordHasher(new Argon2Cost(24_576, 3));
        using var directory = disk.Open(dearer);
        (await VerifyAsync(directory, Clave)).ShouldBeOfType<VerifyResult.Proven>();
        disk.Query("SELECT substr(password, 1, 30) FROM person WHERE cedula = '1700000001'").ShouldBe("$argon2id$v=19$m=24576,t=3,p=1$"[..30]);
    }

    [Fact]
    public void S9_the_minimum_is_fifteen_whatever_the_policy_says()
    {
        using var directory = disk.Open(policy: new() { MinLength = 1, MaxLength = 64 });
        directory.Limits.ShouldBe(new PasswordLimits(15, 64));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<VerifyResult> VerifyAsync(SqliteDirectory directory, Secret clave) =>
        directory.VerifyAsync(People.AnasCedula, clave, Asker.Owner, Token);
}
