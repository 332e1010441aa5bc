using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>L6: "no fui yo" freezes, once, where it is offered.</summary>
public abstract class FreezeContract : NoticeWorld
{
    protected const string Frozen = "la cuenta está congelada";

    /// <summary>The directory does not answer; with false it does again.</summary>
    protected abstract Task AwayAsync(bool yes);

    /// <summary>Whether the directory itself takes this clave, asked without the host.</summary>
    protected abstract Task<bool> TakesAsync(string clave);

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task L6_no_fui_yo_is_confirmed_freezes_once_and_says_where_to_go(Channel channel)
    {
        var owner = await KnownAsync(channel);
        var other = await KnownAsync(Channel.Telegram);
        await ADayLaterAsync(owner, other);
        var (said, others) = (owner.Replies.Count, other.Replies.Count);
        var thief = await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);
        await owner.WaitForReplyAsync(said);
        await other.WaitForReplyAsync(others);
        var thiefs = thief.Replies.Count;

        // Whatever is talked about in between, the offer stands.
        await owner.AskAsync("menú");
        (await (channel == Channel.Telegram ? owner.ChooseAsync("No fui yo") : owner.AskAsync("no fui yo"))).Text.ShouldContain("¿La congelo?");
        (await owner.AskAsync("quizás congelar mañana")).Text.ShouldContain("No le entendí");
        said = owner.Replies.Count;
        await owner.TypeAsync("1");

        await Journey.HearAsync(owner, said, Frozen);
        (await Accounts.ReadAsync(Cedula, CancellationToken.None)).ShouldBeOfType<ReadResult.Found>().Frozen.ShouldBeTrue();
        (await Accounts.VerifyAsync(Cedula, new Secret(Journey.NewClave), CancellationToken.None)).ShouldBeOfType<VerifyResult.Refused>();
        (await TakesAsync(Journey.NewClave)).ShouldBeFalse();
        (await RecordedAsync("freeze done")).Count(line => line == "freeze done").ShouldBe(1);
        await Journey.HearAsync(other, others, "quedó congelada");
        await UntilAsync(() => Task.FromResult(Mails.To(World.MailFolder, Victim.Mail).Any(mail => mail.Contains("Su cuenta se congeló"))));
        thief.Replies.Count.ShouldBe(thiefs);
        (await owner.AskAsync("no fui yo")).Text.ShouldContain("1800 DELITO");
    }

    [Fact]
    public async Task L6_a_directory_that_is_away_freezes_later()
    {
        var owner = await KnownAsync(Channel.Telegram);
        await ADayLaterAsync(owner);
        var said = owner.Replies.Count;
        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);
        await owner.WaitForReplyAsync(said);
        await owner.AskAsync("no fui yo");
        await AwayAsync(yes: true);

        (await owner.AskAsync("congelar")).Text.ShouldContain("Estoy congelando");
        said = owner.Replies.Count;
        await AwayAsync(yes: false);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (owner.Replies.Count == said)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        owner.Replies[^1].Text.ShouldContain(Frozen);
        (await TakesAsync(Journey.NewClave)).ShouldBeFalse();
    }
}
