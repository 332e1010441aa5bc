using System.Net;
using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.PasswordLinks;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>S4: a dead link looks the same to a stranger however it died; its owner was told in the chat when it did.</summary>
public sealed partial class DeadLinkTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    [Fact]
    public async Task S4_used_expired_replaced_cancelled_blocked_and_unknown_links_look_the_same()
    {
        var phone = world.Bot.NewPhone(Channel.Telegram);
        var replaced = await Journey.ToLinkAsync(phone);
        var cancelled = Journey.LinkOf(await HearsAsync(phone, "otro enlace", "El enlace anterior ya no sirve"));
        await HearsAsync(phone, "cancelar", "El enlace que le envié ya no sirve");
        var blocked = await BlockedAsync(phone);
        var used = await UsedAsync(phone);
        var expired = await ExpiredAsync(world.Bot.NewPhone(Channel.WhatsApp));
        var unknown = new Uri(world.Bot.Url, "/c/" + new string('A', 28));
        var malformed = new Uri(world.Bot.Url, "/c/nada");
        var said = phone.Replies.Count;

        var seen = new List<string>();
        foreach (var link in new[] { unknown, replaced, cancelled, blocked, used, expired, malformed })
            seen.Add(await AsStrangerAsync(link));

        seen[0].ShouldContain("data-result=\"gone\"");
        seen.ShouldAllBe(page => page == seen[0]);
        await phone.AskAsync("gracias");
        phone.Replies.Count.ShouldBe(said + 1);
    }

    private static async Task<PhoneMessage> HearsAsync(Phone phone, string said, string expected)
    {
        var reply = await phone.AskAsync(said);
        reply.Text.ShouldContain(expected);
        return reply;
    }

    private async Task<Uri> BlockedAsync(Phone phone)
    {
        var link = Journey.LinkOf(await phone.AskAsync("otro enlace"));
        var said = phone.Replies.Count;
        using var browser = new PageClient(world.Bot.Url);
        var page = await browser.GetAsync(link);
        // Each try is somebody else's cédula: what a link takes is counted, whatever a person takes.
        for (var i = 0; i < LinkStore.TriesAllowed; i++)
            await Journey.ProveAsync(browser, page, i % 2 == 0 ? TestPeople.Beto : TestPeople.Elio, "no es esta");
        await Journey.HearAsync(phone, said, "demasiadas veces");
        return link;
    }

    private async Task<Uri> UsedAsync(Phone phone)
    {
        var link = Journey.LinkOf(await phone.AskAsync("otro enlace"));
        var said = phone.Replies.Count;
        using var browser = new PageClient(world.Bot.Url);
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Ana);
        (await Journey.ChooseAsync(browser, page)).Result.ShouldBe("changed");
        await Journey.HearAsync(phone, said, "¡Listo!");
        return link;
    }

    /// <summary>Its deadline is set back, and its conversation's time has come.</summary>
    private async Task<Uri> ExpiredAsync(Phone phone)
    {
        var link = await Journey.ToLinkAsync(phone);
        await world.Redis.AskAsync("HSET", LinkToken.KeyOf(link.Segments[^1])!.Value.RedisKey, "d", "1");
        return link;
    }

    /// <summary>Status, headers and body, by GET and by a POST that carries the token of another page.</summary>
    private async Task<string> AsStrangerAsync(Uri link)
    {
        using var stranger = new PageClient(world.Bot.Url);
        var live = await stranger.GetAsync(await Journey.ToLinkAsync(world.Bot.NewPhone(Channel.Telegram)));
        var page = await stranger.GetAsync(link);
        page.Status.ShouldBe(HttpStatusCode.Gone);
        foreach (var address in new[] { link, new Uri(link + "/nueva"), new Uri(link + "/codigo"), new Uri(link + "/listo") })
            await stranger.SubmitAsync(live with { Url = address }, ("cedula", TestPeople.Dora.Cedula), ("clave", TestPeople.Dora.Password), ("acuerdo", "si"));
        return string.Join("\n\n", stranger.Seen.Skip(1).Select(seen => Changing().Replace(seen[(seen.IndexOf('\n', StringComparison.Ordinal) + 1)..], "")));
    }

    [GeneratedRegex("^Date: .*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Changing();
}
