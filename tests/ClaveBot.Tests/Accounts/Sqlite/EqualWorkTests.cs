using ClaveBot.Accounts;
using ClaveBot.Accounts.Sqlite;
using ClaveBot.Tests.Harness;

namespace ClaveBot.Tests.Accounts.Sqlite;

/// <summary>S7: the hashes of some are older and cheaper, or dearer, than those of others; a proof costs the same.</summary>
public sealed class EqualWorkTests : IAsyncLifetime
{
    private static readonly Secret Wrong = new("no es esta clave");
    private static readonly string[] Everybody = ["1700000001", "0100000009", "1759999996", "2400000002"];

    private readonly List<Argon2Cost> work = [];
    private DirectoryOnDisk disk = null!;

    public async ValueTask InitializeAsync()
    {
        disk = await DirectoryOnDisk.SeededAsync();
        await disk.Open().FreezeAsync(People.CedulaOf("0100000009"), Token);
    }

    public ValueTask DisposeAsync()
    {
        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(19_456, 3)]
    [InlineData(24_576, 2)]
    [InlineData(8_192, 1)]
    public async Task S7_after_the_cost_has_changed_a_proof_costs_the_same_for_everybody(int memoryKiB, int passes)
    {
        var now = new Argon2Cost(memoryKiB, passes);
        using var hasher = new PasswordHasher(now) { Derives = work.Add };
        using var directory = disk.Open(hasher);

        foreach (var cedula in Everybody)
            (await WorkAsync(directory, cedula, Wrong)).ShouldBe([Argon2Cost.Current, now], cedula);

        // Hers is made anew at the first proof; whoever tries hers afterwards does as much as before.
        (await directory.VerifyAsync(People.AnasCedula, new Secret(DirectoryOnDisk.AnasClave), Token)).ShouldBeOfType<VerifyResult.Proven>();
        foreach (var cedula in Everybody)
            (await WorkAsync(directory, cedula, Wrong)).ShouldBe([Argon2Cost.Current, now], cedula);
    }

    [Fact]
    public async Task S7_somebody_whose_cost_nobody_had_before_teaches_it_to_all()
    {
        using var hasher = new PasswordHasher(Argon2Cost.Current) { Derives = work.Add };
        using var directory = disk.Open(hasher);
        (await WorkAsync(directory, "1759999996", Wrong)).ShouldBe([Argon2Cost.Current]);
        disk.Query("UPDATE person SET password = '$argon2id$v=19$m=8192,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$tnmxDM/eNNtOEbEx3Yo3iHLUZhyaNLTzvr8VpiLEKm8' WHERE cedula = '1700000001'");

        var hers = await WorkAsync(directory, "1700000001", Wrong);

        hers.Count.ShouldBe(2);
        (await WorkAsync(directory, "1759999996", Wrong)).ShouldBe(hers);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<IReadOnlyList<Argon2Cost>> WorkAsync(SqliteDirectory directory, string cedula, Secret clave)
    {
        work.Clear();
        (await directory.VerifyAsync(People.CedulaOf(cedula), clave, Token)).ShouldNotBeOfType<VerifyResult.Proven>();
        return [.. work];
    }
}
