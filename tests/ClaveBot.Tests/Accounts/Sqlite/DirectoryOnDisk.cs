using System.Text.Json;
using ClaveBot.Accounts;
using ClaveBot.Accounts.Sqlite;
using ClaveBot.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Accounts.Sqlite;

/// <summary>The real directory over a real file in a folder of its own.</summary>
internal sealed class DirectoryOnDisk : IDisposable
{
    public const string AnasClave = "caballo verde corre lento";

    private readonly string folder = Directory.CreateTempSubdirectory("clavebot-").FullName;

    public string Path => System.IO.Path.Combine(folder, "data", "directory.db");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 3, 19, 5, 0, TimeSpan.Zero));

    public static async Task<DirectoryOnDisk> SeededAsync()
    {
        var disk = new DirectoryOnDisk();
        await disk.SeedAsync([Entry("1700000001", "Ana Prueba", AnasClave, "ana@example.test"), Entry("0100000009", "Luis Ejemplo", "otra clave bien larga", "")]);
        return disk;
    }

    public static object Entry(string cedula, string name, string password, string mail) =>
        new { cedula, name, mail, phone = "+593990000001", password };

    /// <summary>The directory as another start of the host would open it.</summary>
    public SqliteDirectory Open(PasswordHasher? hasher = null, SqlitePolicySettings? policy = null) =>
        new(new DirectoryFile(Path), hasher ?? new PasswordHasher(Argon2Cost.Current), PasswordRules.Shipped, policy ?? new(), Clock, NullLogger<SqliteDirectory>.Instance);

    public Task SeedAsync(object[] people) => SeedAsync(JsonSerializer.Serialize(people));

    public async Task SeedAsync(string json)
    {
        var path = System.IO.Path.Combine(folder, "seed.json");
        await File.WriteAllTextAsync(path, json);
        await SeedFromAsync(path);
    }

    public async Task SeedFromAsync(string path)
    {
        using var hasher = new PasswordHasher(Argon2Cost.Current);
        var seed = new DirectorySeed(new DirectoryFile(Path), hasher, path, Clock, NullLogger<DirectorySeed>.Instance);
        await seed.StartAsync(TestContext.Current.CancellationToken);
    }

    public object? Query(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
