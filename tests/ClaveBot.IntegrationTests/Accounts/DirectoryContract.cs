using ClaveBot.Accounts;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts;

/// <summary>What every directory does, whatever it is made of.</summary>
public abstract partial class DirectoryContract : IAsyncLifetime
{
    protected const string NewClave = "Mi-perro-come-7-mangos";
    protected const string OtherClave = "Siete loros verdes nadan";
    protected static readonly TestPerson Ana = TestPeople.Ana;
    protected static readonly Cedula AnasCedula = CedulaOf(Ana.Cedula);
    private static readonly Cedula Nobody = CedulaOf("1759999996");

    protected DirectoryUnderTest World { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IAccountDirectory Directory => World.Directory;

    public async ValueTask InitializeAsync() => World = await StartAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return World.DisposeAsync();
    }

    [Fact]
    public async Task Proves_the_right_clave()
    {
        var proven = (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Proven>();
        proven.Person.Name.ShouldBe(Ana.Name);
        proven.Person.Mails.ShouldBe([Ana.Mail]);
        proven.Reason.ShouldBeNull();
        proven.Marker.ShouldBe(await MarkerAsync());
    }

    [Theory]
    [InlineData("la clave vieja de ana 1 ")]
    [InlineData("La clave vieja de ana 1")]
    [InlineData("la clave vieja de beto 2")]
    [InlineData("*")]
    [InlineData("")]
    public async Task Refuses_a_wrong_clave(string clave) => (await VerifyAsync(clave)).ShouldBeOfType<VerifyResult.Refused>();

    [Fact]
    public async Task Refuses_somebody_it_does_not_know()
    {
        (await Directory.VerifyAsync(Nobody, new Secret(Ana.Password), Asker.Stranger, Token)).ShouldBeOfType<VerifyResult.Refused>();
        (await Directory.ReadAsync(Nobody, Token)).ShouldBeOfType<ReadResult.Missing>();
        (await Directory.ResetAsync(Nobody, new Secret(NewClave), "x", Token)).ShouldBeOfType<ChangeResult.Outdated>();
        (await Directory.FreezeAsync(Nobody, Token)).ShouldBe(FreezeResult.Missing);
        (await Directory.UnfreezeAsync(Nobody, Token)).ShouldBe(FreezeResult.Missing);
    }

    [Fact]
    public async Task Changes_the_clave_and_its_marker()
    {
        var marker = await MarkerAsync();

        (await ChangeAsync(Ana.Password, NewClave)).ShouldBeOfType<ChangeResult.Changed>();

        (await MarkerAsync()).ShouldNotBe(marker);
        await OnlyTakesAsync(NewClave);
        (await VerifyAsync(NewClave)).ShouldBeOfType<VerifyResult.Proven>();
        (await VerifyAsync(Ana.Password)).ShouldBeOfType<VerifyResult.Refused>();
    }

    /// <summary>Two changes in one second are two.</summary>
    [Fact]
    public async Task Every_change_has_a_marker_of_its_own()
    {
        List<string> markers = [await MarkerAsync()];
        var current = Ana.Password;
        foreach (var next in new[] { NewClave, OtherClave, "Tres ollas de barro cantan" })
        {
            (await ChangeAsync(current, next)).ShouldBeOfType<ChangeResult.Changed>();
            markers.Add(await MarkerAsync());
            current = next;
        }

        markers.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("ñandú · 鳥 · 🦜 vuelan lejos")]
    [InlineData("  espacios  delante y detrás  ")]
    [InlineData("(uid=*)\\2a,cn=x\0fin de verdad")]
    public async Task Takes_any_characters_as_they_were_typed(string clave)
    {
        (await ChangeAsync(Ana.Password, clave)).ShouldBeOfType<ChangeResult.Changed>();
        (await VerifyAsync(clave)).ShouldBeOfType<VerifyResult.Proven>();
        (await VerifyAsync(clave.Trim() + "x")).ShouldBeOfType<VerifyResult.Refused>();
    }

    [Fact]
    public async Task Of_twenty_changes_at_once_exactly_one_is_written()
    {
        var marker = await MarkerAsync();
        string[] wishes = [.. Enumerable.Range(0, 20).Select(static i => $"{i} perros comen mangos {i}")];

        var results = await Task.WhenAll(wishes.Select(wish =>
            Directory.ChangeAsync(AnasCedula, new Secret(Ana.Password), new Secret(wish), marker, Token)));

        results.Count(static result => result is ChangeResult.Changed).ShouldBe(1);
        results.ShouldAllBe(static result => result is ChangeResult.Changed || result is ChangeResult.Outdated);
        await OnlyTakesAsync(wishes[Array.FindIndex(results, static result => result is ChangeResult.Changed)]);
    }

    [Fact]
    public async Task S6_nothing_is_written_when_the_current_clave_is_wrong()
    {
        (await ChangeAsync(OtherClave, NewClave)).ShouldBeOfType<ChangeResult.Outdated>();
        await OnlyTakesAsync(Ana.Password);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("20200101000000Z")]
    public async Task Nothing_is_written_under_another_marker(string marker)
    {
        (await Directory.ChangeAsync(AnasCedula, new Secret(Ana.Password), new Secret(NewClave), marker, Token)).ShouldBeOfType<ChangeResult.Outdated>();
        (await Directory.ResetAsync(AnasCedula, new Secret(NewClave), marker, Token)).ShouldBeOfType<ChangeResult.Outdated>();
        await OnlyTakesAsync(Ana.Password);
    }

    [Fact]
    public async Task The_check_finds_nothing_wrong() => (await Directory.CheckAsync(Token)).ShouldBeNull();

    protected abstract Task<DirectoryUnderTest> StartAsync();

    protected static Cedula CedulaOf(string digits) =>
        Cedula.TryParse(digits, out var cedula) ? cedula : throw new ArgumentException("Not a cédula.", nameof(digits));

    protected Task<VerifyResult> VerifyAsync(string clave, Asker asker = Asker.Owner) => Directory.VerifyAsync(AnasCedula, new Secret(clave), asker, Token);

    protected async Task<ChangeResult> ChangeAsync(string current, string replacement) =>
        await Directory.ChangeAsync(AnasCedula, new Secret(current), new Secret(replacement), await MarkerAsync(), Token);

    protected async Task<ChangeResult> ResetAsync(string replacement) =>
        await Directory.ResetAsync(AnasCedula, new Secret(replacement), await MarkerAsync(), Token);

    protected async Task<ReadResult.Found> ReadAsync() => (await Directory.ReadAsync(AnasCedula, Token)).ShouldBeOfType<ReadResult.Found>();

    protected async Task<string> MarkerAsync() => (await ReadAsync()).Marker;

    /// <summary>Of the claves of these tests.</summary>
    protected async Task OnlyTakesAsync(string clave)
    {
        foreach (var other in new[] { Ana.Password, NewClave, OtherClave }.Where(other => other != clave))
            (await World.TakesAsync(Ana, other)).ShouldBeFalse();
        (await World.TakesAsync(Ana, clave)).ShouldBeTrue();
    }
}
