using ClaveBot.Accounts;
using ClaveBot.Accounts.Ldap;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>S7, S8 and S13: what strangers learn, cause and inject. Nothing.</summary>
public sealed class LdapStrangersTests(SlapdFixture fixture) : IClassFixture<SlapdFixture>, IAsyncLifetime
{
    private const string Decoy = "cn=clavebot-decoy,ou=services,dc=example,dc=test";
    private static readonly TestPerson Ana = TestPeople.Ana;
    private LdapUnderTest _world = null!;
    private LdapWire _wire = null!;
    private LdapDirectory _directory = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await LdapUnderTest.StartAsync(fixture.Server);
        await _world.PolicyAsync(new() { MaxFailure = 3, MaxAge = TimeSpan.FromDays(90) });
        _wire = new LdapWire(fixture.Server.Port);
        var settings = LdapUnderTest.SettingsOf(fixture.Server);
        settings.Url = _wire.Url;
        _directory = _world.Open(settings);
        await VerifyAsync("1759999996"); // connections are open, policies are known
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _wire.DisposeAsync();
    }

    /// <summary>One search and one bind each, and each bind leaves a failure behind: with the person, or else with nobody.</summary>
    [Fact]
    public async Task S7_whoever_it_is_costs_one_search_and_one_bind()
    {
        await fixture.Server.PeopleAsync(TestPeople.Ana, TestPeople.Beto, TestPeople.Carla, TestPeople.Dora, TestPeople.Elio);
        await _directory.FreezeAsync(CedulaOf(TestPeople.Beto.Cedula), Token);
        await _world.AgeAsync(TestPeople.Carla, TimeSpan.FromDays(91));
        for (var i = 0; i < 3; i++)
            await fixture.Server.BindsAsync(TestPeople.Dora.Cedula, "no es esta"); // locked by somebody else
        for (var i = 0; i < 2; i++)
            await fixture.Server.BindsAsync(TestPeople.Elio.Cedula, "no es esta"); // one from the lock
        _wire.Requests.Clear();

        foreach (var (cedula, own) in new[] { ("1759999996", false), (TestPeople.Ana.Cedula, true), (TestPeople.Beto.Cedula, false), (TestPeople.Carla.Cedula, true), (TestPeople.Dora.Cedula, false), (TestPeople.Elio.Cedula, false) })
        {
            var before = await FailuresAsync(Decoy);
            (await VerifyAsync(cedula)).ShouldNotBeOfType<VerifyResult.Proven>();
            _wire.Requests.ToArray().ShouldBe(new byte[] { 0x63, 0x60 }, $"search, bind for {cedula}");
            _wire.Requests.Clear();
            (await FailuresAsync(Decoy)).SequenceEqual(before, StringComparer.Ordinal).ShouldBe(own, $"the decoy was tried for {cedula}");
        }
    }

    [Fact]
    public async Task S8_after_a_hundred_tries_the_directory_has_not_locked_the_account_and_its_owner_gets_in()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => VerifyAsync(Ana.Cedula)));
        answers.ShouldAllBe(static answer => answer is VerifyResult.Refused || answer is VerifyResult.Held);
        (await fixture.Server.ReadAsync(SlapdServer.DnOf(Ana.Cedula), "pwdAccountLockedTime")).ShouldBeEmpty();
        (await _directory.VerifyAsync(CedulaOf(Ana.Cedula), new Secret(Ana.Password), Asker.Owner, Token)).ShouldBeOfType<VerifyResult.Proven>();
    }

    /// <summary>The delay is set by hand: Debian's slapd 2.5.13 stops when a bind fails under pwdMinDelay.</summary>
    [Fact]
    public async Task S8_while_a_failure_delays_the_next_bind_none_is_tried()
    {
        await fixture.Server.RelaxedAsync($"dn: {SlapdServer.DnOf(Ana.Cedula)}\nchangetype: modify\nadd: pwdAccountTmpLockoutEnd\npwdAccountTmpLockoutEnd: 20991231235959Z\n");
        (await VerifyAsync(Ana.Cedula)).ShouldBeOfType<VerifyResult.Held>();
        (await FailuresAsync(SlapdServer.DnOf(Ana.Cedula))).ShouldBeEmpty();
    }

    /// <summary>A name with every character that means something in a DN, a filter or a page.</summary>
    [Theory]
    [InlineData("cn=Prueba\\2C Ana \\2B \\22\\3B\\3C\\3E\\5C#*()=", "Prueba, Ana + \";<>\\#*()=")]
    [InlineData("cn=\\20ou\\3Dpeople\\2Cdc\\3Dexample", "\" ou=people,dc=example")]
    public async Task S13_a_name_of_any_characters_is_a_name(string rdn, string name)
    {
        var dn = $"{rdn},{SlapdServer.People}";
        await fixture.Server.ModifyAsync($"""
            dn:: {Base64(dn)}
            changetype: add
            objectClass: inetOrgPerson
            uid: 0105999999
            sn: Prueba
            displayName:: {Base64(name)}
            mail: elio@example.test
            userPassword: la clave vieja de elio 5

            """);
        var elio = CedulaOf("0105999999");
        var found = (await _directory.ReadAsync(elio, Token)).ShouldBeOfType<ReadResult.Found>();
        found.Person.Name.ShouldBe(name);
        (await _directory.ChangeAsync(elio, new Secret("la clave vieja de elio 5"), new Secret("Mi-perro-come-7-mangos"), found.Marker, Token)).ShouldBeOfType<ChangeResult.Changed>();
        (await _directory.FreezeAsync(elio, Token)).ShouldBe(FreezeResult.Done);
        (await _directory.ReadAsync(elio, Token)).ShouldBeOfType<ReadResult.Found>().Frozen.ShouldBeTrue();
    }

    /// <summary>Of two entries nobody knows which is meant: neither is served.</summary>
    [Fact]
    public async Task S13_two_entries_of_one_cedula_are_nobody()
    {
        await fixture.Server.ModifyAsync($"""
            dn: cn=Otra,{SlapdServer.People}
            changetype: add
            objectClass: inetOrgPerson
            uid: {Ana.Cedula}
            sn: Otra
            userPassword: {Ana.Password}

            """);
        (await _directory.VerifyAsync(CedulaOf(Ana.Cedula), new Secret(Ana.Password), Asker.Owner, Token)).ShouldBeOfType<VerifyResult.Refused>();
        (await _directory.ReadAsync(CedulaOf(Ana.Cedula), Token)).ShouldBeOfType<ReadResult.Missing>();
    }

    /// <summary>deploy/ldap gives ClaveBot's account no way to read what people's claves are made into.</summary>
    [Theory]
    [InlineData("userPassword")]
    [InlineData("pwdHistory")]
    public async Task L4_ClaveBots_account_reads_no_hash(string attribute)
    {
        await fixture.Server.PolicyAsync(("pwdInHistory", "3"));
        var marker = (await _directory.ReadAsync(CedulaOf(Ana.Cedula), Token)).ShouldBeOfType<ReadResult.Found>().Marker;
        await _directory.ChangeAsync(CedulaOf(Ana.Cedula), new Secret(Ana.Password), new Secret("Mi-perro-come-7-mangos"), marker, Token);
        (await fixture.Server.ReadAsync(SlapdServer.DnOf(Ana.Cedula), attribute)).ShouldNotBeEmpty();

        (await fixture.Server.SeenByServiceAsync(SlapdServer.DnOf(Ana.Cedula), "uid")).ShouldContain(Ana.Cedula);
        (await fixture.Server.SeenByServiceAsync(SlapdServer.DnOf(Ana.Cedula), attribute)).ShouldNotContain(attribute + ":");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static Cedula CedulaOf(string digits) => Cedula.TryParse(digits, out var cedula) ? cedula : throw new InvalidOperationException();

    private Task<VerifyResult> VerifyAsync(string cedula) => _directory.VerifyAsync(CedulaOf(cedula), new Secret("no es esta clave"), Asker.Stranger, Token);

    private Task<string[]> FailuresAsync(string dn) => fixture.Server.ReadAsync(dn, "pwdFailureTime");
}
