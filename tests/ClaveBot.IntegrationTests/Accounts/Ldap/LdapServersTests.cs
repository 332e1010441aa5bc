using System.Diagnostics;
using ClaveBot.Accounts;
using ClaveBot.Accounts.Ldap;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>S15 and TLS: servers that are not believed, away, silent, killed or read-only.</summary>
public sealed class LdapServersTests(SlapdFixture fixture) : IClassFixture<SlapdFixture>, IAsyncLifetime
{
    private const string NewClave = "Mi-perro-come-7-mangos";
    private static readonly TestPerson Ana = TestPeople.Ana;
    private LdapUnderTest _world = null!;

    public async ValueTask InitializeAsync() => _world = await LdapUnderTest.StartAsync(fixture.Server);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Claves_travel_in_secret(bool startTls)
    {
        var server = fixture.Server;
        var directory = _world.Open(With(startTls ? server.Url : server.TlsUrl, startTls));
        (await directory.CheckAsync(Token)).ShouldBeNull();
        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Proven>();
        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task S15_a_server_that_nobody_stands_for_gets_no_clave(bool startTls)
    {
        await using var impostor = await SlapdServer.StartAsync(new SlapdCertificates("Otra autoridad"));
        await impostor.PeopleAsync(Ana);
        var directory = _world.Open(With(startTls ? impostor.Url : impostor.TlsUrl, startTls));

        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Unavailable>();
        (await directory.CheckAsync(Token)).ShouldNotBeNull().ShouldContain("CaFile");
    }

    [Fact]
    public async Task S15_nor_one_that_has_somebody_elses_name()
    {
        await using var other = await SlapdServer.StartAsync(host: "otro.example.test");
        await other.PeopleAsync(Ana);
        (await VerifyAsync(_world.Open(With(other.TlsUrl)))).ShouldBeOfType<VerifyResult.Unavailable>();
    }

    [Fact]
    public async Task The_second_server_serves_while_the_first_is_away()
    {
        await using var wire = new LdapWire(fixture.Server.Port);
        wire.Cut(away: true);
        var directory = _world.Open(With($"ldap://127.0.0.1:1, {wire.Url}  {fixture.Server.Url}"));
        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task S15_a_silent_server_is_waited_for_so_long_and_no_longer()
    {
        var directory = _world.Open(With(fixture.Server.Url, patience: 1));
        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Proven>();
        await fixture.Server.FreezeAsync();
        var watch = Stopwatch.StartNew();
        try
        {
            (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Unavailable>();
            (await directory.ReadAsync(CedulaOfAna, Token)).ShouldBeOfType<ReadResult.Unavailable>();
            (await directory.FreezeAsync(CedulaOfAna, Token)).ShouldBe(FreezeResult.Unavailable);
            (await directory.CheckAsync(Token)).ShouldNotBeNull();
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        }
        finally
        {
            await fixture.Server.ThawAsync();
        }

        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Fact]
    public async Task S15_a_killed_server_that_is_back_is_served_from_at_once()
    {
        var directory = _world.Open(With(fixture.Server.Url));
        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Proven>();
        await fixture.Server.KillAsync();
        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Unavailable>();
        (await directory.ChangeAsync(CedulaOfAna, new Secret(Ana.Password), new Secret(NewClave), "x", Token)).ShouldBeOfType<ChangeResult.Unavailable>();
        await fixture.Server.LaunchAsync();

        (await VerifyAsync(directory)).ShouldBeOfType<VerifyResult.Proven>();
    }

    [Theory]
    [InlineData("olcReadOnly: TRUE")]
    [InlineData("olcSyncRepl: rid=1 provider=ldap://127.0.0.1:1 searchbase=\"dc=example,dc=test\" bindmethod=simple\n-\nreplace: olcUpdateRef\nolcUpdateRef: ldap://127.0.0.1:1")]
    public async Task S15_a_replica_that_takes_no_writes_has_written_nothing(string config)
    {
        await using var replica = await SlapdServer.StartAsync();
        await replica.PeopleAsync(Ana);
        await replica.ConfigureAsync($"dn: olcDatabase={{1}}mdb,cn=config\nchangetype: modify\nreplace: {config.Split(':')[0]}\n{config}\n");
        var directory = _world.Open(With(replica.Url));
        var marker = (await directory.ReadAsync(CedulaOfAna, Token)).ShouldBeOfType<ReadResult.Found>().Marker;

        (await directory.ChangeAsync(CedulaOfAna, new Secret(Ana.Password), new Secret(NewClave), marker, Token)).ShouldBeOfType<ChangeResult.Unavailable>();
        (await directory.ResetAsync(CedulaOfAna, new Secret(NewClave), marker, Token)).ShouldBeOfType<ChangeResult.Unavailable>();
        (await directory.FreezeAsync(CedulaOfAna, Token)).ShouldBe(FreezeResult.Unavailable);
        (await replica.BindsAsync(Ana.Cedula, Ana.Password)).ShouldBeTrue();
        (await replica.BindsAsync(Ana.Cedula, NewClave)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_ClaveBots_account_must_be_is_checked()
    {
        var settings = With(fixture.Server.Url);
        settings.BindPassword = "otra";
        (await _world.Open(settings).CheckAsync(Token)).ShouldNotBeNull().ShouldContain("BindPassword");
        settings = With(fixture.Server.Url);
        settings.BaseDn = "ou=nadie,dc=example,dc=test";
        (await _world.Open(settings).CheckAsync(Token)).ShouldNotBeNull().ShouldContain("BaseDn");
        await fixture.Server.PolicyAsync(("pwdLockout", "FALSE"));
        (await _world.Directory.CheckAsync(Token)).ShouldNotBeNull().ShouldContain("pwdLockout");
        (await _world.Directory.FreezeAsync(CedulaOfAna, Token)).ShouldBe(FreezeResult.Unavailable);
        await fixture.Server.PolicyAsync(("pwdLockout", "TRUE"));
    }

    private static Cedula CedulaOfAna => Cedula.TryParse(Ana.Cedula, out var cedula) ? cedula : throw new InvalidOperationException();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<VerifyResult> VerifyAsync(LdapDirectory directory) =>
        directory.VerifyAsync(CedulaOfAna, new Secret(Ana.Password), Asker.Owner, Token);

    private LdapSettings With(string url, bool startTls = false, int patience = 5)
    {
        var settings = LdapUnderTest.SettingsOf(fixture.Server);
        (settings.Url, settings.StartTls, settings.Timeout) = (url, startTls, TimeSpan.FromSeconds(patience));
        return settings;
    }
}
