using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>S14: in Portal mode nothing of ours asks for a credential, and no link leads to a false institute.</summary>
public sealed class PortalTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Portal, _redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    /// <summary>A crawl: every button of every step that buttons can reach, and every page behind a link of ours.</summary>
    [Fact]
    public async Task S14_no_page_has_a_field_and_no_link_leaves_the_institute()
    {
        var replies = new List<Demo.Phones.PhoneMessage>();
        // A chat for each step: nobody types thirty messages in ten seconds.
        for (var step = 1; step <= 6; step++)
            replies.AddRange(await GoWrongAsync(step));
        var phone = _world.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        var guide = Journey.LinkOf(await phone.AskAsync("cambiar"));
        foreach (var said in new[] { "olvidé mi clave", "persona", "es seguro", "ayuda", "menú" })
            await phone.AskAsync(said);
        phone.Replies[0].Text.ShouldStartWith("Soy ClaveBot, un ayudante independiente: no soy el IESS.");
        using var browser = new PageClient(_world.Url);

        var pages = new List<Page>();
        var ahead = new Queue<Uri>([guide, new("/", UriKind.Relative), new("/como-empezar", UriKind.Relative), new($"{guide}/nueva"), new($"{guide}/listo"), new("/c/nada", UriKind.Relative), new("/.well-known/change-password", UriKind.Relative)]);
        while (ahead.TryDequeue(out var address))
        {
            var page = await browser.GetAsync(address);
            if (pages.Exists(known => known.Url == page.Url))
                continue;
            pages.Add(page);
            foreach (var link in page.Links.Where(link => link.Host == _world.Url.Host))
                ahead.Enqueue(link);
        }

        pages[0].Result.ShouldBe("guide");
        pages.Count.ShouldBeGreaterThanOrEqualTo(5);
        pages.ShouldAllBe(page => page.Fields.Count == 0 && !page.Html.Contains("<form") && !page.Html.Contains("<input") && !page.Html.Contains("<textarea"));
        var links = replies.Concat(phone.Replies).SelectMany(reply => reply.Links)
            .Concat(pages.SelectMany(page => page.Links)).Where(link => link.Host != _world.Url.Host).ToList();
        links.Count.ShouldBeGreaterThan(10);
        links.ShouldAllBe(link => link.Scheme == "https" && (link.Host == "iess.gob.ec" || link.Host.EndsWith(".iess.gob.ec")));
    }

    /// <summary>Whatever is posted there, with a made-up field or a right pair: nothing of ours takes it.</summary>
    [Fact]
    public async Task S14_a_credential_that_is_posted_anyway_is_not_taken()
    {
        var phone = _world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var guide = Journey.LinkOf(await phone.AskAsync("cambiar"));
        using var browser = new PageClient(_world.Url);
        var page = await browser.GetAsync(guide);
        var replies = phone.Replies.Count;

        foreach (var address in new[] { guide, new Uri($"{guide}/nueva") })
        {
            var answer = await browser.SubmitAsync(page with { Url = address }, ("cedula", TestPeople.Ana.Cedula), ("clave", TestPeople.Ana.Password), ("nueva", Journey.NewClave), ("confirmacion", Journey.NewClave), ("acuerdo", "si"));
            answer.Result.ShouldNotBe("changed");
            answer.Html.ShouldNotContain(TestPeople.Ana.Cedula);
        }

        (await browser.GetAsync(guide)).Result.ShouldBe("guide");
        phone.Replies.Count.ShouldBe(replies);
    }

    private async Task<IEnumerable<Demo.Phones.PhoneMessage>> GoWrongAsync(int step)
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("cambiar");
        for (var at = 1; at < step; at++)
            await phone.AskAsync("siguiente");
        var asked = await phone.AskAsync("algo salió mal");
        asked.Text.ShouldContain($"Paso {step} de 6. ¿Qué pasó?");
        for (var problem = 1; OptionOf(asked, problem) is { } option && option != "Volver al paso"; problem++)
        {
            if (option != "No la recuerdo")
                (await phone.AskAsync(option)).Text.ShouldContain($"Paso {step} de 6:");
        }

        (await phone.AskAsync("Volver al paso")).Text.ShouldContain($"Paso {step} de 6.");
        return phone.Replies;
    }

    private static string? OptionOf(Demo.Phones.PhoneMessage message, int number) => message.Text.Split('\n')
        .FirstOrDefault(line => line.StartsWith($"{number}. ", StringComparison.Ordinal))?[3..];
}
