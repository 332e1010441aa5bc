using ClaveBot.Settings;

namespace ClaveBot.Tests.Accounts.Sqlite;

public sealed class DirectorySeedTests : IDisposable
{
    private readonly DirectoryOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task Loads_only_into_an_empty_directory()
    {
        await disk.SeedAsync([DirectoryOnDisk.Entry("1700000001", "Ana Prueba", DirectoryOnDisk.AnasClave, "ana@example.test")]);
        await disk.SeedAsync([DirectoryOnDisk.Entry("0100000009", "Otra Persona", "otra clave bien larga", "otra@example.test")]);
        disk.Query("SELECT group_concat(name) FROM person").ShouldBe("Ana Prueba");
    }

    [Fact]
    public async Task A_directory_with_people_needs_no_seed_file()
    {
        await disk.SeedAsync([DirectoryOnDisk.Entry("1700000001", "Ana Prueba", DirectoryOnDisk.AnasClave, "ana@example.test")]);
        await disk.SeedFromAsync("/nowhere/seed.json");
        disk.Query("SELECT count(*) FROM person").ShouldBe(1L);
    }

    [Fact]
    public async Task Without_a_seed_the_database_is_made_all_the_same()
    {
        await disk.SeedFromAsync("");
        disk.Query("SELECT count(*) FROM person").ShouldBe(0L);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(disk.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Names_every_entry_that_is_wrong_and_loads_none()
    {
        var fault = await Should.ThrowAsync<SettingsException>(() => disk.SeedAsync([
            DirectoryOnDisk.Entry("1700000001", "Ana Prueba", DirectoryOnDisk.AnasClave, "ana@example.test"),
            DirectoryOnDisk.Entry("1700000002", " ", "", "nobody"),
            DirectoryOnDisk.Entry("170000000-1", "Ana otra vez", "secreto-de-ana-2", "ana@example.test"),
        ]));

        fault.Message.ShouldContain("Directory:Sqlite:Seed");
        foreach (var part in new[] { "entry 2: \"cedula\"", "entry 2: \"name\"", "entry 2: \"mail\"", "entry 2: \"password\"", "entry 3 has the cédula of entry 1" })
            fault.Message.ShouldContain(part);
        fault.ToString().ShouldNotContain("secreto-de-ana-2");
        disk.Query("SELECT count(*) FROM person").ShouldBe(0L);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[{\"cedula\": 1700000001}]")]
    public async Task Says_what_the_file_should_look_like(string json) =>
        (await Should.ThrowAsync<SettingsException>(() => disk.SeedAsync(json))).Message.ShouldContain("[{\"cedula\":\"…\"");

    [Fact]
    public async Task Says_that_the_database_cannot_be_opened()
    {
        Directory.CreateDirectory(disk.Path);
        (await Should.ThrowAsync<SettingsException>(() => disk.SeedFromAsync(""))).Message.ShouldContain("Directory:Sqlite:Path");
    }

    [Fact]
    public async Task Says_that_the_file_is_missing() =>
        (await Should.ThrowAsync<SettingsException>(() => disk.SeedFromAsync("/nowhere/seed.json"))).Message.ShouldContain("Correct the path");
}
