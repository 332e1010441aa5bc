using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>
/// Somebody who changes the clave again and again, over chat and page, through every kill: reloads what broke, asks for another link when
/// the cookie got lost, waits when the page is unsure. The clave that the bot said was changed must be the one that opens the next page.
/// </summary>
internal sealed class LinkPerson(CrashWorld world, Channel channel, TestPerson person)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.5);

    private string _clave = person.Password;
    private int _changes;

    /// <summary>Changes until told to stop; a change that was begun is brought to its end.</summary>
    public async Task ChangeAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var score = world.Current;
            var phone = world.Bot.NewPhone(channel);
            var replacement = string.Create(CultureInfo.InvariantCulture, $"Camino-largo-{++_changes}-y-verde-{person.Name[0]}");
            if (await ChangeAsync(phone, replacement))
            {
                _clave = replacement;
                continue;
            }

            score.LoseOne();
            world.Report($"LOST change on {channel} at '{score.Point.Name}' x {score.Fault}: {string.Join(" / ", phone.Transcript.TakeLast(4).Select(m => m.Text[..Math.Min(25, m.Text.Length)].ReplaceLineEndings(" ")))}");
            return;
        }
    }

    private async Task<bool> ChangeAsync(Phone phone, string replacement)
    {
        foreach (var said in new[] { ("hola", "ClaveBot"), ("cambiar", "Paso 1"), ("sí", "Paso 2") })
        {
            if (await SayAsync(phone, said.Item1, said.Item2) is null)
                return false;
        }

        return await SayAsync(phone, "sí", "Paso 3") is { } reply && await GoThroughPagesAsync(phone, Journey.LinkOf(reply), replacement);
    }

    private async Task<bool> GoThroughPagesAsync(Phone phone, Uri link, string replacement)
    {
        using var browser = new PageClient(world.Bot.Url);
        var isProven = false;
        for (var left = Patience; left > TimeSpan.Zero; left -= Glance)
        {
            if (phone.Replies.Any(reply => reply.Text.Contains("¡Listo!", StringComparison.Ordinal)))
                return true;
            var page = await browser.GetAsync(isProven ? new Uri(link + "/nueva") : link);
            if (page.Fields.Contains("cedula"))
            {
                world.Current.Said(1);
                var answer = await Journey.ProveAsync(browser, page, person, _clave);
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
                await Journey.ChooseAsync(browser, page, replacement);
            }
            else if ((int)page.Status < 500 && page.Result is not ("unsure" or "changed"))
            {
                // Claimed, and the cookie got lost with the answer; or the link is over.
                if (await SayAsync(phone, "otro enlace", "Paso 3") is not { } reply)
                    return phone.Replies.Any(said => said.Text.Contains("¡Listo!", StringComparison.Ordinal));
                (link, isProven) = (Journey.LinkOf(reply), false);
                continue;
            }

            await CrashWorld.WaitAsync(Glance, CancellationToken.None);
        }

        return false;
    }

    private async Task<PhoneMessage?> SayAsync(Phone phone, string text, string right)
    {
        var score = world.Current;
        score.Said(1);
        var from = phone.Replies.Count;
        var message = await phone.TypeAsync(text);
        for (var left = Patience; left > TimeSpan.Zero; left -= Glance)
        {
            if (phone.Replies.Skip(from).LastOrDefault(reply => reply.Text.Contains(right, StringComparison.Ordinal)) is { } reply)
                return reply;
            await CrashWorld.WaitAsync(Glance, CancellationToken.None);
            await world.FetchIfGivenUpAsync(score, channel, message);
        }

        return null;
    }
}
