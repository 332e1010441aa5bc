using ClaveBot.IntegrationTests.Accounts.Sqlite;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>Over the embedded directory.</summary>
public sealed class LinkCrashTests : LinkCrashContract
{
    protected override Task StartDirectoryAsync() => Task.CompletedTask;

    protected override Task StopDirectoryAsync() => Task.CompletedTask;

    protected override Task<bool> TakesAsync(string clave) => SqliteUnderTest.TakesAsync(World.Settings["Directory:Sqlite:Path"]!, Person, clave);
}
