using ClaveBot.Accounts;
using ClaveBot.Settings;

namespace ClaveBot.IntegrationTests.Accounts.Sqlite;

/// <summary>The contract, kept by the embedded directory, and what only it must prove.</summary>
public sealed class SqliteDirectoryTests : DirectoryContract
{
    private SqliteUnderTest Sqlite => (SqliteUnderTest)World;

    /// <summary>Two processes on one machine share the file: neither may cause the failure that would lock, nor both together.</summary>
    [Fact]
    public async Task S8_nor_by_two_processes_at_once()
    {
        var policy = new SqlitePolicySettings { MaxFailures = 4 };
        using var one = Sqlite.Open(policy);
        using var other = Sqlite.Open(policy);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            (i % 2 == 0 ? one : other).VerifyAsync(AnasCedula, new Secret("no es esta " + i), Asker.Owner, Token)));

        answers.Count(static answer => answer is VerifyResult.Refused).ShouldBe(3);
        answers.Count(static answer => answer is VerifyResult.Held).ShouldBe(37);
    }

    /// <summary>What kill -9 leaves behind is the files as they are: a copy of them is opened as the next start would.</summary>
    [Fact]
    public async Task S15_after_a_kill_the_marker_tells_whether_the_change_was_written()
    {
        var before = await MarkerAsync();
        var untouched = Copy("before");
        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();
        var written = Copy("after");

        using var old = Sqlite.Open(new(), untouched);
        (await old.ReadAsync(AnasCedula, Token)).ShouldBeOfType<ReadResult.Found>().Marker.ShouldBe(before);
        (await old.VerifyAsync(AnasCedula, new Secret(Ana.Password), Asker.Owner, Token)).ShouldBeOfType<VerifyResult.Proven>();

        using var anew = Sqlite.Open(new(), written);
        (await anew.ReadAsync(AnasCedula, Token)).ShouldBeOfType<ReadResult.Found>().Marker.ShouldNotBe(before);
        (await anew.VerifyAsync(AnasCedula, new Secret(NewClave), Asker.Owner, Token)).ShouldBeOfType<VerifyResult.Proven>();
        (await anew.VerifyAsync(AnasCedula, new Secret(Ana.Password), Asker.Owner, Token)).ShouldBeOfType<VerifyResult.Refused>();
    }

    [Fact]
    public async Task Only_as_many_earlier_claves_are_kept_as_are_compared()
    {
        await World.PolicyAsync(new() { InHistory = 2 });
        string[] claves = [Ana.Password, NewClave, OtherClave, "Tres ollas de barro cantan", "Nueve cometas rojas suben"];
        for (var i = 1; i < claves.Length; i++)
            (await ChangeAsync(claves[i - 1], claves[i])).ShouldBeOfType<ChangeResult.Changed>();

        (await ChangeAsync(claves[^1], claves[2])).ShouldBe(new ChangeResult.Refused(PasswordFault.InHistory));
        (await ChangeAsync(claves[^1], claves[1])).ShouldBeOfType<ChangeResult.Changed>();
    }

    protected override async Task<DirectoryUnderTest> StartAsync() => await SqliteUnderTest.StartAsync();

    // The log first: another test that closes all pools may have it written into the file at any moment, and then it is gone.
    private string Copy(string name)
    {
        var copy = $"{Sqlite.Path}.{name}";
        foreach (var part in new[] { "-wal", "" })
        {
            try
            {
                File.Copy(Sqlite.Path + part, copy + part);
            }
            catch (FileNotFoundException) when (part == "-wal")
            {
            }
        }

        return copy;
    }
}
