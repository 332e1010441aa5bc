using ClaveBot.Accounts;
using ClaveBot.Accounts.Sqlite;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.IntegrationTests.Accounts.Sqlite;

/// <summary>The embedded directory over a file of its own; its administrator writes into that file.</summary>
internal sealed class SqliteUnderTest : DirectoryUnderTest
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("clavebot-directory-").FullName;
    private readonly PasswordHasher hasher = new(Argon2Cost.Current);
    private SqliteDirectory directory;

    private SqliteUnderTest() => directory = Open(new());

    public override IAccountDirectory Directory => directory;

    public string Path => System.IO.Path.Combine(folder, "directory.db");

    public static async Task<SqliteUnderTest> StartAsync()
    {
        var world = new SqliteUnderTest();
        var seed = System.IO.Path.Combine(world.folder, "people.json");
        await File.WriteAllTextAsync(seed, TestPeople.Json, TestContext.Current.CancellationToken);
        await new DirectorySeed(new DirectoryFile(world.Path), world.hasher, seed, TimeProvider.System, NullLogger<DirectorySeed>.Instance)
            .StartAsync(TestContext.Current.CancellationToken);
        await world.PolicyAsync(new());
        return world;
    }

    /// <summary>The directory as another start of the host would open it.</summary>
    public SqliteDirectory Open(SqlitePolicySettings policy, string? path = null) =>
        new(new DirectoryFile(path ?? Path), hasher, PasswordRules.Shipped, policy, TimeProvider.System, NullLogger<SqliteDirectory>.Instance);

    public override Task PolicyAsync(PolicyUnderTest policy)
    {
        directory.Dispose();
        directory = Open(new()
        {
            MinLength = policy.MinLength,
            MaxLength = policy.MaxLength == 0 ? new SqlitePolicySettings().MaxLength : policy.MaxLength,
            History = policy.InHistory,
            MinAge = policy.MinAge,
            MaxAge = policy.MaxAge,
            MaxFailures = policy.MaxFailure,
        });
        return Task.CompletedTask;
    }

    public override Task MustChangeAsync(TestPerson person) =>
        ExecuteAsync("UPDATE person SET must_change = 1 WHERE cedula = $cedula", ("$cedula", person.Cedula));

    public override Task AgeAsync(TestPerson person, TimeSpan age) => ExecuteAsync(
        "UPDATE person SET changed_at = $at WHERE cedula = $cedula",
        ("$cedula", person.Cedula), ("$at", (TimeProvider.System.GetUtcNow() - age).UtcDateTime.ToString("O")));

    public override Task<bool> TakesAsync(TestPerson person, string clave) => TakesAsync(Path, person, clave);

    /// <summary>As another program that people log in to would do it: a frozen account takes nothing, a right clave clears the failures.</summary>
    public static async Task<bool> TakesAsync(string path, TestPerson person, string clave)
    {
        using var fresh = new PasswordHasher(Argon2Cost.Current);
        await using var connection = await ConnectAsync(path);
        using var command = new SqliteCommand("SELECT password FROM person WHERE cedula = $cedula AND frozen = 0", connection);
        command.Parameters.AddWithValue("$cedula", person.Cedula);
        var stored = (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        if (stored is null || !await fresh.VerifyAsync(new Secret(clave), stored, TestContext.Current.CancellationToken))
            return false;
        await ExecuteAsync(path, "DELETE FROM failure WHERE cedula = $cedula", ("$cedula", person.Cedula));
        return true;
    }

    public override ValueTask DisposeAsync()
    {
        directory.Dispose();
        hasher.Dispose();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task ExecuteAsync(string sql, params (string Name, object Value)[] values) => ExecuteAsync(Path, sql, values);

    private static async Task ExecuteAsync(string path, string sql, params (string Name, object Value)[] values)
    {
        await using var connection = await ConnectAsync(path);
        using var command = new SqliteCommand(sql, connection);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<SqliteConnection> ConnectAsync(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
