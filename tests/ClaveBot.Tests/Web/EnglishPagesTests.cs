using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using ClaveBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Web;

/// <summary>The pages of a link that a chat in English was sent, from the first to the last.</summary>
public sealed class EnglishPagesTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-english-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task From_step_four_to_done_in_English()
    {
        using var browser = new LinkBrowser(InEnglish(await Journey.ToLinkAsync(_world.NewPhone(Channel.Telegram))));
        await browser.GetAsync(browser.Path + "?lang=en");
        IsEnglish(browser, "Step 4 of 6");
        await browser.PostAsync(("cedula", ""), ("clave", ""));
        IsEnglish(browser, "Type your ID number.", "Type your current password.", "tick the box");
        await browser.PostAsync(("cedula", TestPeople.Ana.Cedula), ("clave", "not this one"), ("acuerdo", "si"));
        IsEnglish(browser, "We could not confirm your data");
        await browser.PostAsync(("cedula", TestPeople.Ana.Cedula), ("clave", TestPeople.Ana.Password), ("acuerdo", "si"));
        browser.Path.ShouldEndWith("/nueva?lang=en");
        IsEnglish(browser, "Step 5 of 6", "data-show=\"Show\"", "data-fine=\"This looks good.");
        await browser.PostAsync(("nueva", "short"), ("confirmacion", "short"));
        IsEnglish(browser, "That password is too short. Use at least 15");
        await browser.PostAsync(("mas", "tiempo"));
        browser.Path.ShouldEndWith("/nueva?lang=en");
        await browser.PostAsync(("nueva", Journey.NewClave), ("confirmacion", Journey.NewClave));
        browser.Path.ShouldEndWith("/listo?lang=en");
        IsEnglish(browser, "Done: your password has changed");
        browser.Result.ShouldBe("changed");
    }

    [Fact]
    public async Task S4_in_English_too_the_dead_look_like_the_unknown()
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        var dead = await Journey.ToLinkAsync(phone);
        await phone.AskAsync("cancelar");
        using var stranger = new LinkBrowser(dead);
        await stranger.GetAsync(dead.AbsolutePath + "?lang=en");
        IsEnglish(stranger, "This link no longer works", "Write “another link”.");
        var seen = stranger.Html;

        await stranger.GetAsync("/c/" + new string('A', 28) + "?lang=en");
        stranger.Html.ShouldBe(seen);
    }

    [Fact]
    public async Task Another_window_goes_on_in_English()
    {
        var link = await Journey.ToLinkAsync(_world.NewPhone(Channel.Telegram));
        using var first = new LinkBrowser(link);
        await first.GetAsync(link.AbsolutePath + "?lang=en");
        await first.PostAsync(("cedula", TestPeople.Ana.Cedula), ("clave", TestPeople.Ana.Password), ("acuerdo", "si"));
        using var second = new LinkBrowser(link);
        await second.GetAsync(link.AbsolutePath + "?lang=en");
        IsEnglish(second, "This link is already in use", $"href=\"{link.AbsolutePath}/nueva?lang=en\"");
    }

    [Theory]
    [InlineData(Language.Spanish, "")]
    [InlineData(Language.English, "?lang=en")]
    public void The_chats_language_is_in_the_links_address(Language language, string query)
    {
        var composer = _world.Services.GetRequiredService<TurnComposer>();
        var chat = new ChatAddress(Channel.Telegram, "7001");
        var record = new ConversationRecord { Chat = chat, State = State.HasMail, Language = language, Turn = 3 };

        var commit = composer.Compose(ConversationId.Of(chat, _world.Services.GetRequiredService<Keys.KeyRing>()), record, new(MessageQueue.Texts, "1"), new IncomingContent.Text("1"));
        var link = commit.Messages.Single().Value.Link.ShouldNotBeNull();
        link.Url.Query.ShouldBe(query);
        link.Label.ShouldBe(DialogueText.LinkSentLabel.Say(language));
    }

    private static Uri InEnglish(Uri link) => new(link + "?lang=en");

    private static void IsEnglish(LinkBrowser browser, params string[] sentences)
    {
        browser.Html.ShouldContain("<html lang=\"en\">");
        var html = System.Net.WebUtility.HtmlDecode(browser.Html);
        foreach (var sentence in sentences)
            html.ShouldContain(sentence);
        foreach (var spanish in new[] { " clave nueva", "cédula.", "Escriba", "Paso ", "Este enlace" })
            html.ShouldNotContain(spanish);
    }
}
