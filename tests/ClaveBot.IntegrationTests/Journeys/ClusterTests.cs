using ClaveBot.Channels;
using ClaveBot.Comments;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task Comments_on_all_masters_are_listed()
    {
        const int people = 12;
        for (var i = 0; i < people; i++)
        {
            var phone = _world.NewPhone(Channel.Telegram);
            await phone.AskAsync("comentario");
            await phone.AskAsync("5");
        }

        (await _world.Services.GetRequiredService<CommentList>().ReadAsync()).Count.ShouldBe(people);
        foreach (var master in cluster.Servers)
            (await master.AskAsync("--scan", "--pattern", RedisKeys.AnyComments)).Trim().ShouldNotBeEmpty();
    }
}
