using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using ClaveBot.Demo.Store;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts;

/// <summary>A real slapd with ppolicy of the test's own, on loopback, configured by the files of deploy/ldap.</summary>
internal sealed class SlapdServer : IAsyncDisposable
{
    public const string People = "ou=people,dc=example,dc=test";
    public const string Service = "cn=clavebot,ou=services,dc=example,dc=test";
    public const string ServicePassword = "la clave del servicio de prueba";
    private const string Admin = "la clave de quien administra la prueba";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-slapd-");
    private Process? _process;

    private SlapdServer()
    {
        CaFile = Path.Combine(_folder.FullName, "ca.pem");
        File.WriteAllText(CaFile, SlapdCertificates.Trusted.AuthorityPem);
    }

    public int Port { get; } = FreePort.Find();

    public int TlsPort { get; } = FreePort.Find();

    public string CaFile { get; }

    public string Url => $"ldap://127.0.0.1:{Text(Port)}";

    public string TlsUrl => $"ldaps://localhost:{Text(TlsPort)}";

    /// <summary>Where its configuration and its data are.</summary>
    public string Folder => _folder.FullName;

    /// <param name="certificates">Who stands for it; by default the authority of <see cref="CaFile"/>.</param>
    /// <param name="host">The name in its certificate.</param>
    public static async Task<SlapdServer> StartAsync(SlapdCertificates? certificates = null, string host = "localhost")
    {
        var server = new SlapdServer();
        (certificates ?? SlapdCertificates.Trusted).Write(server.InFolder("server.pem"), server.InFolder("server.key"), host);
        Directory.CreateDirectory(server.InFolder("db"));
        Directory.CreateDirectory(server.InFolder("config"));
        var config = (await File.ReadAllTextAsync(Shipped("slapd.ldif")))
            .Replace("{folder}", server.Folder, StringComparison.Ordinal).Replace("{admin}", Admin, StringComparison.Ordinal);
        await File.WriteAllTextAsync(server.InFolder("slapd.ldif"), config);
        await LdapTool.RunAsync("slapadd", ["-n0", "-F", server.InFolder("config"), "-l", server.InFolder("slapd.ldif")]);
        await server.LaunchAsync();
        await server.ConfigureAsync(await File.ReadAllTextAsync(Shipped("deploy/1-policy.ldif")));
        await server.ModifyAsync("""
            dn: dc=example,dc=test
            changetype: add
            objectClass: dcObject
            objectClass: organization
            o: Prueba
            dc: example

            dn: ou=people,dc=example,dc=test
            changetype: add
            objectClass: organizationalUnit
            ou: people
            """);
        await LdapTool.RunAsync("ldapadd", server.As(AdminName), await File.ReadAllTextAsync(Shipped("deploy/2-accounts.ldif")));
        await server.ConfigureAsync(await File.ReadAllTextAsync(Shipped("deploy/3-access.ldif")));
        await LdapTool.RunAsync("ldappasswd", [.. server.As(AdminName), "-s", ServicePassword, Service]);
        await LdapTool.RunAsync("ldappasswd", [.. server.As(AdminName), "cn=clavebot-decoy,ou=services,dc=example,dc=test"]);
        return server;
    }

    public static string DnOf(string cedula) => $"uid={cedula},{People}";

    /// <summary>As the directory's administrator, whom no policy binds.</summary>
    public Task ModifyAsync(string ldif) => LdapTool.RunAsync("ldapmodify", As(AdminName), ldif);

    /// <summary>As the administrator, with what the directory otherwise keeps for itself.</summary>
    public Task RelaxedAsync(string ldif) => LdapTool.RunAsync("ldapmodify", [.. As(AdminName), "-e", "relax"], ldif);

    public Task ConfigureAsync(string ldif) => LdapTool.RunAsync("ldapmodify", As("cn=admin,cn=config"), ldif);

    /// <summary>Everybody gone, then these people, as new.</summary>
    public async Task PeopleAsync(params IEnumerable<TestPerson> people)
    {
        await LdapTool.TryAsync("ldapdelete", [.. As(AdminName), "-r", People]);
        await ModifyAsync($"dn: {People}\nchangetype: add\nobjectClass: organizationalUnit\nou: people\n\n" + string.Concat(people.Select(static person => $"""
            dn: {DnOf(person.Cedula)}
            changetype: add
            objectClass: inetOrgPerson
            uid: {person.Cedula}
            cn: {person.Name}
            sn: {person.Name}
            mail: {person.Mail}
            userPassword: {person.Password}


            """)));
    }

    /// <summary>Sets attributes of the people's policy.</summary>
    public Task PolicyAsync(params (string Attribute, string Value)[] values) => ModifyAsync(
        "dn: cn=default,ou=policies,dc=example,dc=test\nchangetype: modify\n"
        + string.Join("-\n", values.Select(static value => $"replace: {value.Attribute}\n{value.Attribute}: {value.Value}\n")));

    /// <summary>The values of an attribute, operational ones too, as the administrator sees them.</summary>
    public async Task<string[]> ReadAsync(string dn, string attribute) =>
        [.. (await LdapTool.RunAsync("ldapsearch", [.. As(AdminName), "-LLL", "-o", "ldif-wrap=no", "-s", "base", "-b", dn, attribute]))
            .Split('\n').Where(line => line.StartsWith(attribute + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(attribute.Length + 1)..].Trim())];

    /// <summary>A person's change, by OpenLDAP's own client.</summary>
    public Task ChangeAsync(string cedula, string old, string replacement) =>
        LdapTool.RunAsync("ldappasswd", ["-x", "-H", Url, "-D", DnOf(cedula), "-w", old, "-a", old, "-s", replacement]);

    /// <summary>Whether it takes no writes, like a replica.</summary>
    public Task ReadOnlyAsync(bool yes) =>
        ConfigureAsync($"dn: olcDatabase={{1}}mdb,cn=config\nchangetype: modify\nreplace: olcReadOnly\nolcReadOnly: {(yes ? "TRUE" : "FALSE")}\n");

    /// <summary>What ClaveBot's own account may read.</summary>
    public Task<string> SeenByServiceAsync(string dn, string attribute) =>
        LdapTool.RunAsync("ldapsearch", ["-x", "-H", Url, "-D", Service, "-w", ServicePassword, "-LLL", "-s", "base", "-b", dn, "(uid=*)", attribute]);

    /// <summary>What a bind says, by OpenLDAP's own client.</summary>
    public async Task<bool> BindsAsync(string cedula, string clave) =>
        (await LdapTool.TryAsync("ldapwhoami", ["-x", "-H", Url, "-D", DnOf(cedula), "-w", clave])).Status == 0;

    /// <summary>SIGKILL: no last words.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: there, and silent.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    public async Task LaunchAsync()
    {
        _process?.Dispose();
        _process = Process.Start(new ProcessStartInfo(LdapTool.Find("slapd"), ["-h", $"{Url} ldaps://127.0.0.1:{Text(TlsPort)}", "-F", InFolder("config"), "-d", "0"])
        {
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException("slapd does not start. Run ./test once: it installs what is missing.");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (!await AnswersAsync(limit.Token))
                await Task.Yield();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private const string AdminName = "cn=admin,dc=example,dc=test";

    private string[] As(string dn) => ["-x", "-H", Url, "-D", dn, "-w", Admin];

    private string InFolder(string file) => Path.Combine(_folder.FullName, file);

    private static string Shipped(string file) => Path.Combine(AppContext.BaseDirectory, "Accounts", file);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<string> SignalAsync(string name) => LdapTool.RunAsync("kill", ["-" + name, Text(_process!.Id)]);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, cancellationToken);
            return true;
        }
        catch (SocketException refused)
        {
            return _process!.HasExited ? throw new InvalidOperationException($"slapd ended with {_process.ExitCode}.", refused) : false;
        }
    }
}
