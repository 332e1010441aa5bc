using System.Globalization;
using ClaveBot.Accounts;
using ClaveBot.Accounts.Ldap;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>Our client against a real slapd with ppolicy.</summary>
internal sealed class LdapUnderTest(SlapdServer server) : DirectoryUnderTest
{
    private readonly List<LdapDirectory> _open = [];

    public override IAccountDirectory Directory => _open[0];

    public static LdapSettings SettingsOf(SlapdServer server) => new()
    {
        Url = server.Url,
        BaseDn = SlapdServer.People,
        BindDn = SlapdServer.Service,
        BindPassword = SlapdServer.ServicePassword,
        CaFile = server.CaFile,
    };

    /// <summary>A directory of one test; closed with it.</summary>
    public LdapDirectory Open(LdapSettings? settings = null, ILogger<LdapDirectory>? log = null)
    {
        var chosen = settings ?? SettingsOf(server);
        _open.Add(new LdapDirectory(chosen, chosen.Trust(), PasswordRules.Shipped, TimeProvider.System, log ?? NullLogger<LdapDirectory>.Instance));
        return _open[^1];
    }

    public static async Task<LdapUnderTest> StartAsync(SlapdServer server)
    {
        var world = new LdapUnderTest(server);
        await world.PolicyAsync(new());
        await server.PeopleAsync(TestPeople.Ana, TestPeople.Beto);
        world.Open();
        return world;
    }

    public override Task PolicyAsync(PolicyUnderTest policy) => server.PolicyAsync(
        ("pwdMinLength", Number(policy.MinLength)),
        ("pwdMaxLength", Number(policy.MaxLength)),
        ("pwdInHistory", Number(policy.InHistory)),
        ("pwdMinAge", Number((int)policy.MinAge.TotalSeconds)),
        ("pwdMaxAge", Number((int)policy.MaxAge.TotalSeconds)),
        ("pwdMaxFailure", Number(policy.MaxFailure)),
        ("pwdGraceAuthNLimit", "0"),
        ("pwdSafeModify", "FALSE"),
        ("pwdAllowUserChange", "TRUE"),
        ("pwdMinDelay", "0"));

    public override Task MustChangeAsync(TestPerson person) =>
        server.ModifyAsync($"dn: {SlapdServer.DnOf(person.Cedula)}\nchangetype: modify\nreplace: pwdReset\npwdReset: TRUE\n");

    /// <summary>The time of change is the directory's own; with the "relax" control its administrator may set it.</summary>
    public override Task AgeAsync(TestPerson person, TimeSpan age) => server.RelaxedAsync(
        $"dn: {SlapdServer.DnOf(person.Cedula)}\nchangetype: modify\nreplace: pwdChangedTime\npwdChangedTime: {TimeProvider.System.GetUtcNow() - age:yyyyMMddHHmmss}Z\n");

    public override Task<bool> TakesAsync(TestPerson person, string clave) => server.BindsAsync(person.Cedula, clave);

    public override ValueTask DisposeAsync()
    {
        _open.ForEach(static directory => directory.Dispose());
        return ValueTask.CompletedTask;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
