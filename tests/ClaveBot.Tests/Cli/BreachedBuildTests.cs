using System.Security.Cryptography;
using System.Text;
using ClaveBot.Accounts;
using ClaveBot.Accounts.Breached;
using ClaveBot.Settings;
using ClaveBot.Tests.Accounts;

namespace ClaveBot.Tests.Cli;

public sealed class BreachedBuildTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("clavebot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task S9_makes_a_list_that_the_host_takes_from_claves_and_from_hashes()
    {
        await WriteAsync("claves.txt", "caballo verde corre lento\r\nsiete cabras en el tejado\r\n\r\nsiete cabras en el tejado\r\n");
        await WriteAsync("hashes.txt", $"{Sha1("lluvia sobre 9 tejados")}:12\n{Sha1("poco vista en las listas")}:1\n");

        var run = await CliProgram.RunAsync("breached", "build", In("claves.txt"), In("hashes.txt"), "--to", In("own.hashes"), "--seen", "2");

        (run.Status, run.Error).ShouldBe((0, ""));
        run.Output.ShouldStartWith("3 claves.");
        run.Output.ShouldNotContain("caballo");
        using var breached = BreachedPasswords.Open(In("own.hashes"));
        var rules = PasswordRules.Of(new ClaveBotSettings(), breached);
        foreach (var clave in new[] { "caballo verde corre lento", "siete cabras en el tejado", "lluvia sobre 9 tejados" })
            rules.Check(new Secret(clave), null, People.Ana, new()).ShouldBe(PasswordFault.Breached);
        rules.Check(new Secret("poco vista en las listas"), null, People.Ana, new()).ShouldBeNull();
    }

    [Fact]
    public async Task Says_that_a_list_is_not_there_and_leaves_nothing_behind()
    {
        var run = await CliProgram.RunAsync("breached", "build", In("nowhere.txt"), "--to", In("own.hashes"));
        run.Status.ShouldBe(1);
        run.Error.ShouldContain("nowhere.txt");
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    private static string Sha1(string text) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)));

    private string In(string name) => Path.Combine(folder, name);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(In(name), text, TestContext.Current.CancellationToken);
}
