using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>The main job over a Redis Cluster of three masters.</summary>
public sealed class ClusterTests(RedisCluster cluster) : IClassFixture<RedisCluster>, IAsyncLifetime
{
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await BotWorld.StartAsync(BotMode.Operator, cluster.Configuration);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task A_person_changes_the_clave(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        var link = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(_world.Url);
        var stepFive = await Journey.ProveAsync(browser, await browser.GetAsync(link), TestPeople.Ana);
        var said = phone.Replies.Count;

        (await Journey.ChooseAsync(browser, stepFive)).Result.ShouldBe("changed");

        (await phone.WaitForReplyAsync(said)).Text.ShouldContain("Listo");
        await Mails.WaitForAsync(_world.MailFolder, TestPeople.Ana.Mail);
    }
}
