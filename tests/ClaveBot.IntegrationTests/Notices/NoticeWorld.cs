using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Audit;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Keys;
using ClaveBot.Persons;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>A world in which chats come to know a clave, days pass, and others change it.</summary>
public abstract class NoticeWorld : WorldInTime
{
    protected const string Alert = "se cambió desde otro chat";

    protected static readonly TestPerson Victim = TestPeople.Ana;

    protected static Cedula Cedula { get; } = ClaveBot.Accounts.Cedula.TryParse(Victim.Cedula, out var cedula) ? cedula : throw new InvalidOperationException();

    protected PersonKey Person => PersonKey.Of(Cedula, World.Services.GetRequiredService<KeyRing>());

    protected PersonStore Persons => World.Services.GetRequiredService<PersonStore>();

    protected IAccountDirectory Accounts => World.Services.GetRequiredService<IAccountDirectory>();

    protected ConversationId IdOf(Phone phone) => ConversationId.Of(new(phone.Channel, phone.Chat), World.Services.GetRequiredService<KeyRing>());

    /// <summary>A chat whose person proved the clave just now, and changed nothing.</summary>
    protected async Task<Phone> KnownAsync(Channel channel)
    {
        var phone = World.NewPhone(channel);
        using var browser = new PageClient(World.Url);
        await ProveAsync(phone, browser, Victim.Password);
        await UntilAsync(async () => (await Persons.ReadAsync(Person)).Knows(IdOf(phone)));
        await phone.AskAsync("cancelar");
        return phone;
    }

    /// <summary>Somebody with cédula and clave changes it from a chat of their own.</summary>
    protected async Task<Phone> StolenAsync(Channel channel, string clave, string next)
    {
        var thief = World.NewPhone(channel);
        using var browser = new PageClient(World.Url);
        var page = await ProveAsync(thief, browser, clave);
        var said = thief.Replies.Count;
        (await Journey.ChooseAsync(browser, page, next)).Result.ShouldBe("changed");
        (await thief.WaitForReplyAsync(said)).Text.ShouldContain("Listo");
        return thief;
    }

    /// <summary>A day and an hour later; on WhatsApp the person has written meanwhile, so that the bot may.</summary>
    protected async Task ADayLaterAsync(params Phone[] phones)
    {
        Time.Advance(TimeSpan.FromHours(25));
        foreach (var phone in phones)
            await phone.AskAsync("menú");
    }

    /// <summary>Waits, on the wall's clock, while the bot's stands still.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }

    /// <summary>Waits until a line is on record; what is on record then, as "act outcome".</summary>
    protected async Task<IReadOnlyList<string>> RecordedAsync(string line)
    {
        await UntilAsync(async () => (await LinesAsync()).Contains(line, StringComparer.Ordinal));
        var report = World.Services.GetRequiredService<AuditReport>();
        (await report.VerifyAsync()).Findings.ShouldBeEmpty();
        // Standard output comes after Redis.
        await UntilAsync(async () => (await report.VerifyAsync(World.AuditLines.Split('\n'))).IsWhole);
        return await LinesAsync();
    }

    private Task<IReadOnlyList<string>> LinesAsync() => AuditReader.LinesAsync(World.Services.GetRequiredService<AuditReport>());

    private async Task<Page> ProveAsync(Phone phone, PageClient browser, string clave)
    {
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(await Journey.ToLinkAsync(phone)), Victim, clave);
        page.Fields.ShouldContain("nueva");
        return page;
    }
}
