using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Accounts;
using ClaveBot.Accounts.Breached;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Accounts.Breached;

public sealed class HashFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("clavebot-").FullName;

    private string Target => Path.Combine(folder, "own.hashes");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public void Holds_what_was_put_in_and_nothing_else_however_little_memory_there_is(int room)
    {
        var claves = Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"clave robada numero {i * i}")).ToArray();
        Write(room, [.. claves, .. claves.Reverse()]).ShouldBe(30);

        using var file = HashFile.Open(Target);
        file.Count.ShouldBe(30);
        claves.ShouldAllBe(clave => file.Holds(PasswordHash.Of(clave)));
        claves.ShouldAllBe(clave => !file.Holds(PasswordHash.Of(clave + " ")));
        Directory.GetFiles(folder).ShouldBe([Target]);
        File.ReadAllBytes(Target).AsSpan().IndexOf("robada"u8).ShouldBe(-1);
    }

    [Fact]
    public void Reads_lines_of_claves_and_of_hashes_with_their_counts()
    {
        var hex = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes("Cañón-2026")));
        Read("Cañón-2026").ShouldBe(PasswordHash.Of("Cañón-2026"));
        Read(hex).ShouldBe(PasswordHash.Of("Cañón-2026"));
        Read(hex.ToLowerInvariant() + ":5").ShouldBe(PasswordHash.Of("Cañón-2026"));
        Read(hex + ":5", leastSeen: 6).ShouldBeNull();
        Read(hex + "0").ShouldBe(PasswordHash.Of(hex + "0"));
        Read("").ShouldBeNull();
    }

    [Fact]
    public void S9_the_operators_list_counts_beside_the_shipped_one()
    {
        const string clave = "caballo verde corre lento";
        Write(10, clave);
        using var breached = BreachedPasswords.Open(Target);
        var rules = PasswordRules.Of(new ClaveBotSettings(), breached);

        rules.Check(new Secret(clave), null, People.Ana, new()).ShouldBe(PasswordFault.Breached);
        rules.Check(new Secret("Caballo VERDE corre lento"), null, People.Ana, new()).ShouldBe(PasswordFault.Breached);
        rules.Check(new Secret(clave + "s"), null, People.Ana, new()).ShouldBeNull();
        rules.Check(new Secret("1qaz2wsx3edc4rfv"), null, People.Ana, new()).ShouldBe(PasswordFault.Breached);
    }

    [Fact]
    public void A_file_that_is_in_use_can_be_made_anew()
    {
        Write(10, "una");
        using var open = HashFile.Open(Target);
        Write(10, "otra", "y otra");
        open.Holds(PasswordHash.Of("una")).ShouldBeTrue();
        using var anew = HashFile.Open(Target);
        anew.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "too short")]
    [InlineData("123456\npassword\nqwerty\n", "no list")]
    [InlineData("ClaveBot-hashes1", "empty")]
    [InlineData("ClaveBot-hashes1abcdefg", "cut off")]
    [InlineData("ClaveBot-hashes1bbbbbbbbaaaaaaaa", "not in order")]
    public void A_file_that_cannot_be_used_stops_the_start_with_its_cure(string content, string problem)
    {
        File.WriteAllText(Target, content);
        var error = Should.Throw<SettingsException>(() => BreachedPasswords.Open(Target)).Errors.ShouldHaveSingleItem();
        error.Key.ShouldBe("Passwords:Breached");
        error.Problem.ShouldContain(problem);
        error.Cure.ShouldContain("breached build");
    }

    [Fact]
    public void A_file_that_is_not_there_stops_the_start() =>
        Should.Throw<SettingsException>(() => BreachedPasswords.Open(Path.Combine(folder, "nowhere"))).Message.ShouldContain("Correct the path");

    /// <summary>What docs/operating.md says that it holds.</summary>
    [Fact]
    public void The_shipped_list_holds_what_the_docs_say()
    {
        BreachedPasswords.Shipped.Count.ShouldBe(51_207);
        var zxcvbn = System.Reflection.Assembly.Load("zxcvbn-core");
        using var list = zxcvbn.GetManifestResourceStream(zxcvbn.GetManifestResourceNames().Single(name => name.EndsWith("passwords.lst", StringComparison.Ordinal)))!;
        using var reader = new StreamReader(list);
        reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldAllBe(clave => BreachedPasswords.IsCommon(clave));
        new[] { "fernanda", "gonzalez", "qwerty123456789", "contraseña", "guayaquil" }.ShouldAllBe(clave => BreachedPasswords.IsCommon(clave));
        BreachedPasswords.IsCommon("caballo verde corre lento").ShouldBeFalse();
    }

    private static ulong? Read(string line, long leastSeen = 1) => PasswordHash.TryRead(line, leastSeen, out var hash) ? hash : null;

    private long Write(int room, params string[] claves)
    {
        using var writer = new HashFileWriter(Target, room);
        foreach (var clave in claves)
            writer.Add(PasswordHash.Of(clave));
        return writer.Finish();
    }
}
