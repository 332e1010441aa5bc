using ClaveBot.Channels;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>L5: what is on record, over the whole way.</summary>
public sealed class RecordTests : NoticeWorld
{
    [Fact]
    public async Task L5_changes_refusals_freezes_and_erasures_are_on_record_and_nothing_secret_is()
    {
        var owner = await KnownAsync(Channel.Telegram);
        await ADayLaterAsync(owner);
        using (var browser = new PageClient(World.Url))
        {
            var link = await Journey.ToLinkAsync(World.NewPhone(Channel.WhatsApp));
            var page = await browser.GetAsync(link);
            (await Journey.ProveAsync(browser, page, Victim, "no es la clave")).Result.ShouldBe("refused");
            (await browser.SubmitAsync(page, ("cedula", "1759999996"), ("clave", "tampoco"), ("acuerdo", "si"))).Result.ShouldBe("refused");
            page = await Journey.ProveAsync(browser, await browser.GetAsync(link), Victim);
            (await Journey.ChooseAsync(browser, page, "123456789012345")).Result.ShouldBe("refused");
        }

        var said = owner.Replies.Count;
        await StolenAsync(Channel.WhatsApp, Victim.Password, Journey.NewClave);
        await owner.WaitForReplyAsync(said);
        await owner.AskAsync("no fui yo");
        await owner.AskAsync("congelar");
        await RecordedAsync("freeze done");
        await owner.AskAsync("borrar");
        await owner.AskAsync("borrar todo");

        var lines = await RecordedAsync("erasure asked");

        lines.ShouldBe(["refusal wrong", "refusal wrong", "refusal new-common", "change done", "freeze done", "erasure asked"]);
        var written = World.AuditLines;
        written.ShouldContain("\"at\":\"2030-01-08T13:00:00.000Z\"");
        written.ShouldContain("\"channel\":\"whatsapp\"");
        foreach (var secret in new[] { Victim.Cedula, "1759999996", Victim.Name, Victim.Mail, Victim.Password, Journey.NewClave, owner.Chat, "123456789012345" })
            written.ShouldNotContain(secret);
    }

    /// <summary>Somebody known and somebody unknown alike; none of it is mailed, and none of it says so on the page.</summary>
    [Theory]
    [InlineData("1700000001")]
    [InlineData("1759999996")]
    public async Task L5_codes_beyond_the_limits_are_on_record(string cedula)
    {
        for (var link = 0; link < 2; link++)
        {
            using var browser = new PageClient(World.Url);
            var page = await Journey.NameAsync(browser, await Journey.ToRecoveryAsync(World.NewPhone(Channel.WhatsApp)), cedula);
            (await browser.SubmitAsync(page, ("otro", "codigo"))).Fields.ShouldContain("codigo");
            (await browser.SubmitAsync(page, ("otro", "codigo"))).Fields.ShouldContain("codigo");
            await browser.SubmitAsync(page, ("otro", "codigo"));
        }

        var lines = await RecordedAsync("refusal code-limit");

        // Three are mailed to one person in an hour, and a link asks for three.
        lines.ShouldBe(["refusal code-link", "refusal code-limit", "refusal code-limit", "refusal code-limit", "refusal code-link"]);
        World.AuditLines.ShouldNotContain(cedula);
    }

    [Fact]
    public async Task L5_a_line_names_the_same_person_always_the_same_and_nobody_without_the_salt()
    {
        await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);
        await StolenAsync(Channel.Telegram, Journey.NewClave, Journey.NewClave + Journey.NewClave);
        await UntilAsync(() => Task.FromResult(World.AuditLines.Split('\n').Length > 2));

        var names = World.AuditLines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("\"person\":\"")[1].Split('"')[0]).ToList();

        names.Count.ShouldBe(2);
        names.Distinct().ShouldHaveSingleItem().ShouldNotContain(Person.Hash);
    }
}
