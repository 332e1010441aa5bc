using System.Globalization;
using System.Net;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>
/// Somebody who changes the clave again and again, over chat and page, through every kill: reloads what broke, asks for another link when
/// the cookie got lost, waits when the page is unsure. The clave that the bot said was changed must be the one that opens the next page, and
/// each change is told once in the chat and once by mail.
/// </summary>
internal sealed class LinkPerson(CrashWorld world, Channel channel, TestPerson person)
{
    private const string Done = "¡Listo!";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.25);

    private string _clave = person.Password;
    private int _changes;

    /// <summary>Changes until told to stop; a change that was begun is brought to its end.</summary>
    public async Task ChangeAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await world.ForgetTriesAsync();
            var (score, mails) = (world.Current, world.Mails.To(person.Mail).Count);
            var chat = new LinkChat(world, channel);
            var replacement = string.Create(CultureInfo.InvariantCulture, $"Camino-largo-{++_changes}-y-verde-{person.Name[0]}");
            if (!await ChangeAsync(chat, replacement))
            {
                score.LoseOne();
                world.Report($"LOST change on {channel} at '{score.Point.Name}' x {score.Fault}: {await world.DescribeAsync(chat.Id)}; {chat.Transcript}");
                return;
            }

            _clave = replacement;
            if (!await world.IsAllSentAsync(chat.Id))
                world.Report($"UNSENT after a change on {channel}: {await world.DescribeAsync(chat.Id)}");
            chat.Judge(score);
            JudgeMails(score, chat.Id, [.. world.Mails.To(person.Mail).Skip(mails)]);
        }
    }

    private void JudgeMails(Score score, ConversationId id, List<DateTimeOffset> mails)
    {
        if (mails.Count == 0)
        {
            score.LoseOne();
            world.Report($"LOST mail to {person.Mail} at '{score.Point.Name}' x {score.Fault}");
        }

        foreach (var (first, second) in mails.Zip(mails.Skip(1)))
        {
            var cause = world.Ledger.CauseOfMail(id, first, second);
            score.Repeat(cause, channel: null);
            if (cause == Cause.None)
                world.Report($"UNEXPLAINED mail to {person.Mail} at '{score.Point.Name}' x {score.Fault}: {first:mm:ss.fff} and {second:mm:ss.fff}");
        }
    }

    private async Task<bool> ChangeAsync(LinkChat chat, string replacement)
    {
        foreach (var (said, right) in new[] { ("hola", "ClaveBot"), ("cambiar", "Paso 1"), ("sí", "Paso 2") })
        {
            if (await chat.SayAsync(said, right) is null)
                return false;
        }

        return await chat.SayAsync("sí", "Paso 3") is { } reply && await GoThroughPagesAsync(chat, Journey.LinkOf(reply), replacement);
    }

    private async Task<bool> GoThroughPagesAsync(LinkChat chat, Uri link, string replacement)
    {
        using var browser = new PageClient(world.Bot.Url);
        var isProven = false;
        for (var left = Patience; left > TimeSpan.Zero; left -= Glance)
        {
            if (chat.Hears(Done))
                return true;
            var page = await LoadAsync(browser, isProven ? new Uri(link + "/nueva") : link);
            if (page.Fields.Contains("cedula"))
            {
                world.Current.Said(1);
                var answer = await LoadAsync(() => Journey.ProveAsync(browser, page, person, _clave), link);
                isProven = answer.Fields.Contains("nueva");
                if (answer.Result == "refused")
                {
                    world.Current.GoWrong();
                    world.Report($"WRONG: the clave of {person.Cedula} is not the one that the bot said, at '{world.Current.Point.Name}' x {world.Current.Fault}");
                    return false;
                }
            }
            else if (page.Fields.Contains("nueva"))
            {
                world.Current.Said(1);
                if ((await LoadAsync(() => Journey.ChooseAsync(browser, page, replacement), link)).Result == "changed")
                    await chat.WaitForAsync(Done, Glance);
            }
            else if ((int)page.Status < 500 && page.Result is not ("unsure" or "changed"))
            {
                // Claimed, and the cookie got lost with the answer; or the link is over.
                if (await chat.SayAsync("otro enlace", "Paso 3") is not { } reply)
                    return chat.Hears(Done);
                (link, isProven) = (Journey.LinkOf(reply), false);
            }
            else
            {
                await CrashWorld.WaitAsync(Glance, CancellationToken.None);
            }
        }

        return false;
    }

    private static Task<Page> LoadAsync(PageClient browser, Uri url) => LoadAsync(() => browser.GetAsync(url), url);

    // What a browser shows when nobody listens, and people reload.
    private static async Task<Page> LoadAsync(Func<Task<Page>> load, Uri url)
    {
        try
        {
            return await load();
        }
        catch (HttpRequestException)
        {
            return new(url, HttpStatusCode.BadGateway, "");
        }
    }
}
