using ClaveBot.Accounts;
using ClaveBot.Settings;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Tests.Accounts.Sqlite;

/// <summary>Files of earlier releases are brought up to date, and keep their people.</summary>
public sealed class SchemaTests : IDisposable
{
    /// <summary>As the first release made them. The hash is of "Caballo-verde-ñandú-1".</summary>
    private const string First = """
        CREATE TABLE person (
            cedula     TEXT PRIMARY KEY,
            name       TEXT NOT NULL,
            phone      TEXT NOT NULL,
            password   TEXT NOT NULL, -- Argon2id, PHC format
            version    INTEGER NOT NULL, -- counts the changes of the clave
            changed_at TEXT NOT NULL -- UTC, ISO 8601
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE person_mail (
            cedula TEXT NOT NULL REFERENCES person (cedula) ON DELETE CASCADE,
            mail   TEXT NOT NULL,
            PRIMARY KEY (cedula, mail)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO person VALUES ('1700000001', 'Ana Prueba', '', '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$7j9X+e1JVCfJDyOf/gyBrbNz6fMJcT56bzC6l8HjWNA', 7, '2026-01-02T03:04:05.0000000Z');
        INSERT INTO person_mail VALUES ('1700000001', 'ana@example.test');
        """;

    private readonly DirectoryOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task A_file_of_the_first_release_keeps_its_people_and_gets_the_policy()
    {
        Make(First);
        using var directory = disk.Open(policy: new() { MaxAge = TimeSpan.FromDays(1) });

        var proven = (await directory.VerifyAsync(People.AnasCedula, new Secret("Caballo-verde-ñandú-1"), Asker.Stranger, Token)).ShouldBeOfType<VerifyResult.Proven>();
        (proven.Marker, proven.Person.Mails.Single(), proven.Reason).ShouldBe(("7", "ana@example.test", PolicyOutcome.PasswordExpired));
        (await directory.ChangeAsync(People.AnasCedula, new Secret("Caballo-verde-ñandú-1"), new Secret("Mi-perro-come-7-mangos"), "7", Token)).ShouldBeOfType<ChangeResult.Changed>();
        (await directory.FreezeAsync(People.AnasCedula, Token)).ShouldBe(FreezeResult.Done);
        disk.Query("PRAGMA user_version").ShouldBe(2L);
        disk.Query("SELECT count(*) FROM history").ShouldBe(1L);
    }

    [Fact]
    public async Task Of_many_that_start_at_once_one_brings_it_up_to_date()
    {
        Make(First);
        var markers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => disk.Open().ReadAsync(People.AnasCedula, Token), Token)));
        markers.ShouldAllBe(result => result is ReadResult.Found);
    }

    [Fact]
    public async Task A_file_of_a_later_release_stops_the_start()
    {
        Make("PRAGMA user_version = 99");
        (await Should.ThrowAsync<SettingsException>(() => disk.SeedFromAsync(""))).Errors.ShouldHaveSingleItem().Problem.ShouldContain("later release");
        disk.Query("SELECT count(*) FROM sqlite_master").ShouldBe(0L);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private void Make(string sql)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(disk.Path)!);
        using var connection = disk.Connect();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
