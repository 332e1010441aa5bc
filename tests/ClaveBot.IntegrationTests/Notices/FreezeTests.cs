using ClaveBot.IntegrationTests.Accounts.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>Over the embedded directory.</summary>
public sealed class FreezeTests : FreezeContract
{
    private string DirectoryFile => World.Settings["Directory:Sqlite:Path"]!;

    protected override Task AwayAsync(bool yes)
    {
        SqliteConnection.ClearAllPools();
        if (yes)
            File.Move(DirectoryFile, DirectoryFile + ".away");
        else
            File.Move(DirectoryFile + ".away", DirectoryFile, overwrite: true);
        return Task.CompletedTask;
    }

    protected override Task<bool> TakesAsync(string clave) => SqliteUnderTest.TakesAsync(DirectoryFile, Victim, clave);
}
