using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Audit;
using ClaveBot.IntegrationTests.Notices;
using ClaveBot.Tests.Cli;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>Over a real slapd: the freeze is its own lock, and an operator's <c>unfreeze</c> lifts it.</summary>
public sealed class LdapFreezeTests : FreezeContract
{
    private SlapdServer _slapd = null!;
    private LdapWire _wire = null!;

    [Fact]
    public async Task L6_what_was_frozen_in_the_chat_an_operator_unfreezes()
    {
        var owner = await KnownAsync(Channel.Telegram);
        await ADayLaterAsync(owner);
        var said = owner.Replies.Count;
        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);
        await owner.WaitForReplyAsync(said);
        await owner.AskAsync("no fui yo");
        said = owner.Replies.Count;
        await owner.TypeAsync("congelar");
        await Journey.HearAsync(owner, said, Frozen);
        var dn = SlapdServer.DnOf(Victim.Cedula);
        (await _slapd.ReadAsync(dn, "pwdAccountLockedTime")).ShouldBe(["000001010000Z"]);

        var run = await CliProgram.SayAsync(Victim.Cedula + "\n", World.Settings, "unfreeze");

        run.Status.ShouldBe(0, run.Error);
        (await _slapd.ReadAsync(dn, "pwdAccountLockedTime")).ShouldBeEmpty();
        (await TakesAsync(Journey.NewClave)).ShouldBeTrue();
        await using var record = new AuditReader(World);
        (await record.WaitForAsync("unfreeze done")).ShouldContain("freeze done");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _wire.DisposeAsync();
        await _slapd.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override async Task PrepareAsync()
    {
        _slapd = await SlapdServer.StartAsync();
        await _slapd.PeopleAsync(TestPeople.Ana);
        _wire = new LdapWire(_slapd.Port);
        foreach (var (key, value) in LdapWorld.SettingsOf(_wire.Url))
            World.Set(key, value);
    }

    protected override Task AwayAsync(bool yes)
    {
        _wire.Cut(yes);
        return Task.CompletedTask;
    }

    protected override Task<bool> TakesAsync(string clave) => _slapd.BindsAsync(Victim.Cedula, clave);
}
