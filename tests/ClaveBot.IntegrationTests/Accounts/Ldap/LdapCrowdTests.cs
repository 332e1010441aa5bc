using ClaveBot.IntegrationTests.Limits;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>Over a real slapd that locks at ten failures in a row.</summary>
public sealed class LdapCrowdTests(LdapWorld world) : StrangersContract(world.Bot), IClassFixture<LdapWorld>, IAsyncLifetime
{
    private const int Locks = 10;

    public async ValueTask InitializeAsync()
    {
        await world.RenewAsync();
        await world.Slapd.PolicyAsync(("pwdMaxFailure", $"{Locks}"), ("pwdFailureCountInterval", "0"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Asked of slapd itself, by OpenLDAP's own clients.</summary>
    protected override async Task IsNotLockedAsync(TestPerson person, string clave)
    {
        var dn = SlapdServer.DnOf(person.Cedula);
        (await world.Slapd.ReadAsync(dn, "pwdAccountLockedTime")).ShouldBeEmpty();
        (await world.Slapd.ReadAsync(dn, "pwdFailureTime")).Length.ShouldBeLessThan(Locks);
        (await world.Slapd.BindsAsync(person.Cedula, clave)).ShouldBeTrue();
    }
}
