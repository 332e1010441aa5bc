using ClaveBot.Accounts;
using ClaveBot.Accounts.Ldap;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>S10 and S15: what becomes of a change whose answer gets lost, and what the policy says of one.</summary>
public sealed class LdapWriteTests(SlapdFixture fixture) : IClassFixture<SlapdFixture>, IAsyncLifetime
{
    private const string NewClave = "Mi-perro-come-7-mangos";
    private static readonly TestPerson Ana = TestPeople.Ana;
    private LdapUnderTest _world = null!;
    private LdapWire _wire = null!;
    private LdapDirectory _directory = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await LdapUnderTest.StartAsync(fixture.Server);
        _wire = new LdapWire(fixture.Server.Port);
        var settings = LdapUnderTest.SettingsOf(fixture.Server);
        (settings.Url, settings.Timeout) = (_wire.Url, TimeSpan.FromSeconds(1));
        _directory = _world.Open(settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Theory]
    [InlineData(WireFault.AnswerLost)]
    [InlineData(WireFault.CutAfterwards)]
    internal async Task S10_a_change_without_an_answer_is_settled_by_binds(WireFault fault)
    {
        _wire.Fault = fault;
        (await ChangeAsync()).ShouldBeOfType<ChangeResult.Changed>();
        await TakesAsync(NewClave, not: Ana.Password);
    }

    [Fact]
    public async Task S15_a_change_without_an_answer_and_without_a_directory_is_unsure_and_its_marker_tells_later()
    {
        var marker = await MarkerAsync();
        _wire.Fault = WireFault.CutAfterwards;
        _wire.Written = () =>
        {
            _wire.Cut(away: true);
            return Task.CompletedTask;
        };

        (await ChangeAsync()).ShouldBeOfType<ChangeResult.Unsure>();
        (await _directory.ReadAsync(CedulaOfAna, Token)).ShouldBeOfType<ReadResult.Unavailable>();

        _wire.Cut(away: false);
        (await MarkerAsync()).ShouldNotBe(marker);
        await TakesAsync(NewClave, not: Ana.Password);
    }

    [Fact]
    public async Task S15_a_change_that_never_arrived_is_unsure_and_its_marker_tells_later()
    {
        var marker = await MarkerAsync();
        _wire.Fault = WireFault.RequestLost;
        (await ChangeAsync()).ShouldBeOfType<ChangeResult.Unsure>();
        (await MarkerAsync()).ShouldBe(marker);
        await TakesAsync(Ana.Password, not: NewClave);
    }

    /// <summary>slapd is killed when it has written, and what it wrote is there when it is back.</summary>
    [Fact]
    public async Task S15_a_directory_killed_after_the_write_is_unsure_and_its_marker_tells_later()
    {
        var marker = await MarkerAsync();
        _wire.Written = fixture.Server.KillAsync;
        (await ChangeAsync()).ShouldBeOfType<ChangeResult.Unsure>();
        _wire.Written = null;
        _wire.Cut(away: true);
        await fixture.Server.LaunchAsync();
        _wire.Cut(away: false);

        (await MarkerAsync()).ShouldNotBe(marker);
        await TakesAsync(NewClave, not: Ana.Password);
    }

    /// <summary>Bytes of a server that checks quality: Debian's slapd has no checker.</summary>
    [Theory]
    [InlineData(19, "A02430220419312E332E362E312E342E312E34322E322E32372E382E352E3104053003810105", PasswordFault.Quality)]
    [InlineData(53, "A02430220419312E332E362E312E342E312E34322E322E32372E382E352E3104053003810104", PasswordFault.NeedsCurrent)]
    public async Task S10_what_Debians_slapd_does_not_say_is_understood_too(byte code, string controls, PasswordFault fault)
    {
        await FaultyAsync(code, controls, fault);
        await TakesAsync(Ana.Password, not: NewClave);
    }

    [Fact]
    public async Task S10_a_person_who_may_not_change_it_is_told_so()
    {
        await fixture.Server.PolicyAsync(("pwdAllowUserChange", "FALSE"));
        (await ChangeAsync()).ShouldBe(new ChangeResult.Refused(PasswordFault.NotAllowed));
        await TakesAsync(Ana.Password, not: NewClave);
    }

    [Fact]
    public async Task S10_a_policy_that_wants_the_current_clave_gets_it_at_a_change_and_forbids_a_reset()
    {
        await fixture.Server.PolicyAsync(("pwdSafeModify", "TRUE"));
        (await _directory.ResetAsync(CedulaOfAna, new Secret(NewClave), await MarkerAsync(), Token)).ShouldBe(new ChangeResult.Refused(PasswordFault.NeedsCurrent));
        (await ChangeAsync()).ShouldBeOfType<ChangeResult.Changed>();
        await TakesAsync(NewClave, not: Ana.Password);
    }

    /// <summary>The directory's limits as they were heard a moment ago are not those it has now.</summary>
    [Theory]
    [InlineData("pwdMinLength", "60", PasswordFault.ShortForDirectory)]
    [InlineData("pwdMaxLength", "20", PasswordFault.LongForDirectory)]
    public async Task S10_the_directorys_own_word_on_length_counts(string limit, string value, PasswordFault fault)
    {
        (await _directory.CheckAsync(Token)).ShouldBeNull();
        await fixture.Server.PolicyAsync((limit, value));
        (await ChangeAsync()).ShouldBe(new ChangeResult.Refused(fault));
        await TakesAsync(Ana.Password, not: NewClave);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task S10_an_expired_clave_can_be_changed_with_and_without_logins_of_grace(int grace)
    {
        await _world.PolicyAsync(new() { MaxAge = TimeSpan.FromDays(90) });
        await fixture.Server.PolicyAsync(("pwdGraceAuthNLimit", grace.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await _world.AgeAsync(Ana, TimeSpan.FromDays(91));
        (await _directory.VerifyAsync(CedulaOfAna, new Secret(Ana.Password), Asker.Owner, Token)).ShouldBeOfType<VerifyResult.Proven>().Reason.ShouldBe(PolicyOutcome.PasswordExpired);
        (await ChangeAsync()).ShouldBeOfType<ChangeResult.Changed>();
        await TakesAsync(NewClave, not: Ana.Password);
    }

    /// <summary>The proof that the old clave is refused must not cost the person anything; where a failure delays the next bind it is not made.</summary>
    [Theory]
    [InlineData("pwdMaxFailure", "5")]
    [InlineData("pwdMinDelay", "60")]
    public async Task A_change_leaves_no_failure_behind(string policy, string value)
    {
        await fixture.Server.PolicyAsync((policy, value));
        (await ChangeAsync()).ShouldBeOfType<ChangeResult.Changed>();
        (await fixture.Server.ReadAsync(SlapdServer.DnOf(Ana.Cedula), "pwdFailureTime")).ShouldBeEmpty();
        (await fixture.Server.BindsAsync(Ana.Cedula, NewClave)).ShouldBeTrue();
    }

    private static Cedula CedulaOfAna => Cedula.TryParse(Ana.Cedula, out var cedula) ? cedula : throw new InvalidOperationException();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task FaultyAsync(byte code, string controls, PasswordFault fault)
    {
        _wire.Fault = WireFault.None;
        _wire.Answer = (code, Convert.FromHexString(controls));
        await fixture.Server.PolicyAsync(("pwdAllowUserChange", "FALSE")); // The server behind must not write either.
        (await ChangeAsync()).ShouldBe(new ChangeResult.Refused(fault));
    }

    private async Task<ChangeResult> ChangeAsync() =>
        await _directory.ChangeAsync(CedulaOfAna, new Secret(Ana.Password), new Secret(NewClave), await MarkerAsync(), Token);

    private async Task<string> MarkerAsync() => (await _directory.ReadAsync(CedulaOfAna, Token)).ShouldBeOfType<ReadResult.Found>().Marker;

    private async Task TakesAsync(string clave, string not)
    {
        (await fixture.Server.BindsAsync(Ana.Cedula, clave)).ShouldBeTrue();
        (await fixture.Server.BindsAsync(Ana.Cedula, not)).ShouldBeFalse();
    }
}
