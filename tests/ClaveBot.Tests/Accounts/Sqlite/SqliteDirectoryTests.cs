using ClaveBot.Accounts;
using ClaveBot.Accounts.Sqlite;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Accounts.Sqlite;

public sealed class SqliteDirectoryTests : IAsyncLifetime
{
    private static readonly Secret Old = new(DirectoryOnDisk.AnasClave);
    private static readonly Secret New = new("Mi-perro-come-7-mangos");

    private DirectoryOnDisk disk = null!;

    public async ValueTask InitializeAsync() => disk = await DirectoryOnDisk.SeededAsync();

    public ValueTask DisposeAsync()
    {
        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Proves_the_right_clave()
    {
        var proven = (await VerifyAsync(disk.Open(), Old)).ShouldBeOfType<VerifyResult.Proven>();
        proven.Person.Name.ShouldBe("Ana Prueba");
        proven.Person.Mails.ShouldBe(["ana@example.test"]);
    }

    [Theory]
    [InlineData("caballo verde corre lento ")]
    [InlineData("Caballo verde corre lento")]
    [InlineData("")]
    public async Task Refuses_a_wrong_clave(string clave) =>
        (await VerifyAsync(disk.Open(), new Secret(clave))).ShouldBeOfType<VerifyResult.Refused>();

    [Fact]
    public async Task Refuses_an_unknown_person() =>
        (await disk.Open().VerifyAsync(People.Stranger, Old, Token)).ShouldBeOfType<VerifyResult.Refused>();

    /// <summary>A closed hasher throws when asked to work: so does the look-up of a stranger, who therefore costs a hash like anybody.</summary>
    [Theory]
    [InlineData("1700000001")]
    [InlineData("1759999996")]
    public async Task S7_known_or_not_a_hash_is_computed(string cedula)
    {
        var hasher = new PasswordHasher(Argon2Cost.Current);
        var directory = disk.Open(hasher);
        hasher.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(() => directory.VerifyAsync(People.CedulaOf(cedula), New, Token));
    }

    [Fact]
    public async Task Changes_the_clave_and_its_marker()
    {
        var directory = disk.Open();
        var marker = await MarkerAsync(directory);

        (await directory.ChangeAsync(People.AnasCedula, Old, New, marker, Token)).ShouldBeOfType<ChangeResult.Changed>();

        (await VerifyAsync(directory, Old)).ShouldBeOfType<VerifyResult.Refused>();
        (await VerifyAsync(directory, New)).ShouldBeOfType<VerifyResult.Proven>().Marker.ShouldNotBe(marker, StringComparer.Ordinal);
        disk.Query("SELECT changed_at FROM person WHERE cedula = '1700000001'").ShouldBe("2026-03-03T19:05:00.0000000Z");
    }

    [Fact]
    public async Task Of_fifty_changes_at_once_exactly_one_is_written()
    {
        var directory = disk.Open();
        var marker = await MarkerAsync(directory);
        Secret[] wishes = [.. Enumerable.Range(0, 50).Select(i => new Secret($"{i} perros comen mangos {i}"))];

        var results = await Task.WhenAll(wishes.Select(wish =>
            Task.Run(() => directory.ChangeAsync(People.AnasCedula, Old, wish, marker, Token), Token)));

        results.Count(result => result is ChangeResult.Changed).ShouldBe(1);
        results.Count(result => result is ChangeResult.Outdated).ShouldBe(49);
        var winner = wishes[Array.FindIndex(results, result => result is ChangeResult.Changed)];
        (await VerifyAsync(directory, winner)).ShouldBeOfType<VerifyResult.Proven>();
        (await VerifyAsync(directory, Old)).ShouldBeOfType<VerifyResult.Refused>();
        disk.Query("SELECT version FROM person WHERE cedula = '1700000001'").ShouldBe(2L);
    }

    [Fact]
    public async Task Writes_nothing_when_the_current_clave_is_wrong()
    {
        var directory = disk.Open();
        var result = await directory.ChangeAsync(People.AnasCedula, New, New, await MarkerAsync(directory), Token);
        result.ShouldBeOfType<ChangeResult.Outdated>();
        (await VerifyAsync(directory, Old)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("no number")]
    public async Task Writes_nothing_under_another_marker(string marker)
    {
        var directory = disk.Open();
        (await directory.ChangeAsync(People.AnasCedula, Old, New, marker, Token)).ShouldBeOfType<ChangeResult.Outdated>();
        (await VerifyAsync(directory, Old)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task Holds_to_the_rules_of_a_new_clave()
    {
        var directory = disk.Open();
        var result = await directory.ChangeAsync(People.AnasCedula, Old, new Secret("123456789012345"), await MarkerAsync(directory), Token);
        result.ShouldBe(new ChangeResult.Refused(PasswordFault.Common));
        (await VerifyAsync(directory, Old)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task Finds_accounts_without_proof()
    {
        var directory = disk.Open();
        (await directory.ReadAsync(People.AnasCedula, Token)).ShouldBeOfType<ReadResult.Found>().Marker.ShouldBe(await MarkerAsync(directory));
        (await directory.ReadAsync(People.Stranger, Token)).ShouldBeOfType<ReadResult.Missing>();
    }

    [Fact]
    public async Task A_change_survives_reopening()
    {
        var directory = disk.Open();
        await directory.ChangeAsync(People.AnasCedula, Old, New, await MarkerAsync(directory), Token);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        (await VerifyAsync(disk.Open(), New)).ShouldBeOfType<VerifyResult.Proven>();
        disk.Query("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task The_health_check_names_the_cure()
    {
        (await disk.Open().CheckAsync(Token)).ShouldBeNull();
        using var empty = new DirectoryOnDisk();
        (await empty.Open().CheckAsync(Token)).ShouldNotBeNull().ShouldContain("Directory:Sqlite:Seed");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<VerifyResult> VerifyAsync(SqliteDirectory directory, Secret clave) => directory.VerifyAsync(People.AnasCedula, clave, Token);

    private static async Task<string> MarkerAsync(SqliteDirectory directory) =>
        (await directory.ReadAsync(People.AnasCedula, Token)).ShouldBeOfType<ReadResult.Found>().Marker;
}
