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

    [Fact]
    public async Task S14_no_page_has_a_field_and_no_link_leaves_the_institute()
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        await phone.AskAsync("hola");
        var guide = Journey.LinkOf(await phone.AskAsync("cambiar"));
        foreach (var said in new[] { "algo salió mal", "siguiente", "3", "siguiente", "3", "siguiente", "3", "siguiente", "3", "siguiente", "3", "siguiente", "olvidé mi clave", "persona", "es seguro" })
            await phone.AskAsync(said);
        using var browser = new PageClient(_world.Url);

        var pages = new List<Page>();
        foreach (var address in new[] { guide, new("/", UriKind.Relative), new("/como-empezar", UriKind.Relative), new($"{guide}/nueva"), new($"{guide}/listo"), new("/c/nada", UriKind.Relative) })
            pages.Add(await browser.GetAsync(address));

        pages[0].Result.ShouldBe("guide");
        pages.ShouldAllBe(page => page.Fields.Count == 0 && !page.Html.Contains("<form") && !page.Html.Contains("<input"));
        var links = phone.Replies.SelectMany(reply => reply.Links)
            .Concat(pages.SelectMany(page => page.Links)).Where(link => link.Host != _world.Url.Host).ToList();
        links.Count.ShouldBeGreaterThan(5);
        links.ShouldAllBe(link => link.Scheme == "https" && (link.Host == "iess.gob.ec" || link.Host.EndsWith(".iess.gob.ec")));
    }
}
