using System.Text;
using ClaveBot.Accounts;
using ClaveBot.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Tests.Accounts.Sqlite;

public sealed class HashesAtRestTests : IAsyncLifetime
{
    /// <summary>Made by the reference implementation: <c>argon2 0123456789abcdef -id -t 2 -k 8192 -p 1 -l 32 -e</c>.</summary>
    private const string Weak = "$argon2id$v=19$m=8192,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$tnmxDM/eNNtOEbEx3Yo3iHLUZhyaNLTzvr8VpiLEKm8";

    /// <summary>The same with <c>-k 19456</c>.</summary>
    private const string Strong = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$7j9X+e1JVCfJDyOf/gyBrbNz6fMJcT56bzC6l8HjWNA";

    private static readonly Secret Clave = new("Caballo-verde-ñandú-1");

    private DirectoryOnDisk disk = null!;

    public async ValueTask InitializeAsync() => disk = await DirectoryOnDisk.SeededAsync();

    public ValueTask DisposeAsync()
    {
        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void L4_claves_are_argon2id_at_rest() =>
        Stored().ShouldMatch("^\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}$");

    [Fact]
    public async Task Reads_what_the_reference_implementation_wrote()
    {
        Store(Strong);
        (await VerifyAsync(Clave)).ShouldBeOfType<VerifyResult.Proven>();
        Stored().ShouldBe(Strong);
    }

    [Fact]
    public async Task L4_hashes_anew_when_parameters_rise()
    {
        Store(Weak);
        var before = (await VerifyAsync(Clave)).ShouldBeOfType<VerifyResult.Proven>();
        Stored().ShouldStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
        (await VerifyAsync(Clave)).ShouldBeOfType<VerifyResult.Proven>().Marker.ShouldBe(before.Marker);
    }

    [Fact]
    public async Task A_wrong_clave_never_hashes_anew()
    {
        Store(Weak);
        (await VerifyAsync(new Secret("Caballo-verde-nandu-1"))).ShouldBeOfType<VerifyResult.Refused>();
        Stored().ShouldBe(Weak);
    }

    [Theory]
    [InlineData("Caballo-verde-ñandú-1")]
    [InlineData("$argon2i$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$7j9X")]
    [InlineData("$argon2id$v=16$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$7j9X")]
    [InlineData("$argon2id$v=19$m=19456,t=2,p=2$MDEyMzQ1Njc4OWFiY2RlZg$7j9X")]
    [InlineData("$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$")]
    [InlineData("$argon2id$v=19$m=-1,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$7j9X")]
    public async Task Anything_else_at_rest_is_broken_and_not_repeated(string stored)
    {
        Store(stored);
        (await Should.ThrowAsync<FormatException>(() => VerifyAsync(Clave))).ToString().ShouldNotContain(stored);
    }

    [Fact]
    public async Task L4_no_clave_is_in_the_files()
    {
        using var keepsTheWal = disk.Connect();
        Store(Weak);
        await VerifyAsync(Clave);
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(disk.Path)!))
        {
            var bytes = await ReadSharedAsync(path);
            foreach (var clave in new[] { Clave.Reveal(), DirectoryOnDisk.AnasClave })
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(clave)).ShouldBe(-1, Path.GetFileName(path));
        }
    }

    private Task<VerifyResult> VerifyAsync(Secret clave) =>
        disk.Open().VerifyAsync(People.AnasCedula, clave, TestContext.Current.CancellationToken);

    private string Stored() => disk.Query("SELECT password FROM person WHERE cedula = '1700000001'").ShouldBeOfType<string>();

    private void Store(string hash)
    {
        using var connection = disk.Connect();
        using var command = new SqliteCommand("UPDATE person SET password = $hash WHERE cedula = '1700000001'", connection);
        command.Parameters.AddWithValue("$hash", hash);
        command.ExecuteNonQuery().ShouldBe(1);
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
