using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>The real host in Operator mode over a real redis-server and a real slapd, whose wire the test can spoil.</summary>
public sealed class LdapWorld : IAsyncLifetime
{
    private RedisServer _redis = null!;

    public BotWorld Bot { get; private set; } = null!;

    internal SlapdServer Slapd { get; private set; } = null!;

    internal LdapWire Wire { get; private set; } = null!;

    public ValueTask InitializeAsync() => StartAsync(TimeProvider.System);

    public async ValueTask StartAsync(TimeProvider time)
    {
        _redis = await RedisServer.StartAsync();
        Slapd = await SlapdServer.StartAsync();
        await Slapd.PeopleAsync(All);
        Wire = new LdapWire(Slapd.Port);
        Bot = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, time, startHost: false);
        foreach (var (key, value) in SettingsOf(Wire.Url))
            Bot.Set(key, value);
        await Bot.StartHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Wire.DisposeAsync();
        await Slapd.DisposeAsync();
        await _redis.DisposeAsync();
    }

    /// <summary>New people under the usual policy, on a wire that is whole.</summary>
    internal async Task RenewAsync()
    {
        (Wire.Fault, Wire.Answer, Wire.Written) = (WireFault.None, null, null);
        await Slapd.PolicyAsync(
            ("pwdMinLength", "15"), ("pwdMaxLength", "128"), ("pwdInHistory", "8"), ("pwdMinAge", "0"), ("pwdMaxAge", "0"),
            ("pwdMaxFailure", "10"), ("pwdAllowUserChange", "TRUE"), ("pwdSafeModify", "FALSE"));
        await Slapd.PeopleAsync(All);
    }

    /// <summary>What an operator sets.</summary>
    internal static (string Key, string Value)[] SettingsOf(string url) =>
    [
        ("Directory:Kind", "Ldap"),
        ("Directory:Ldap:Url", url),
        ("Directory:Ldap:BaseDn", SlapdServer.People),
        ("Directory:Ldap:BindDn", SlapdServer.Service),
        ("Directory:Ldap:BindPassword", SlapdServer.ServicePassword),
        ("Directory:Ldap:Timeout", "00:00:02"),
    ];

    private static TestPerson[] All => [TestPeople.Ana, TestPeople.Beto, TestPeople.Carla, TestPeople.Dora, TestPeople.Elio];
}
