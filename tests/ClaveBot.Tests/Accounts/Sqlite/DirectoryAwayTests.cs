using ClaveBot.Accounts;
using ClaveBot.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Tests.Accounts.Sqlite;

public sealed class DirectoryAwayTests
{
    private static readonly Secret Old = new(DirectoryOnDisk.AnasClave);
    private static readonly Secret New = new("Mi-perro-come-7-mangos");

    [Fact]
    public async Task Held_by_another_writer_nothing_is_written()
    {
        using var disk = await DirectoryOnDisk.SeededAsync();
        var directory = disk.Open();
        using (var other = disk.Connect())
        {
            using var hold = new SqliteCommand("BEGIN IMMEDIATE", other);
            hold.ExecuteNonQuery();
            (await directory.ChangeAsync(People.AnasCedula, Old, New, "1", Token)).ShouldBeOfType<ChangeResult.Unavailable>();
        }

        (await directory.VerifyAsync(People.AnasCedula, Old, Token)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_away_not_broken()
    {
        using var disk = new DirectoryOnDisk();
        Directory.CreateDirectory(Path.GetDirectoryName(disk.Path)!);
        await File.WriteAllTextAsync(disk.Path, new string('x', 4096), Token);
        var directory = disk.Open();

        (await directory.VerifyAsync(People.AnasCedula, Old, Token)).ShouldBeOfType<VerifyResult.Unavailable>();
        (await directory.ChangeAsync(People.AnasCedula, Old, New, "1", Token)).ShouldBeOfType<ChangeResult.Unavailable>();
        (await directory.ReadAsync(People.AnasCedula, Token)).ShouldBeOfType<ReadResult.Unavailable>();
        (await directory.CheckAsync(Token)).ShouldNotBeNull().ShouldContain("Directory:Sqlite:Path");
    }

    [Theory]
    [InlineData("OLD.password")]
    [InlineData("'no hash'")]
    public async Task A_write_that_cannot_be_proven_is_unsure(string spoilt)
    {
        using var disk = await DirectoryOnDisk.SeededAsync();
        using (var connection = disk.Connect())
        {
            // What the directory wrote is not what it will read: as a broken disk, or another program, could do.
            using var trigger = new SqliteCommand(
                $"CREATE TRIGGER spoil AFTER UPDATE ON person BEGIN UPDATE person SET password = {spoilt} WHERE cedula = OLD.cedula; END", connection);
            trigger.ExecuteNonQuery();
        }

        (await disk.Open().ChangeAsync(People.AnasCedula, Old, New, "1", Token)).ShouldBeOfType<ChangeResult.Unsure>();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
