using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClaveBot.Tests.Channels;

public sealed class ChannelServicesTests
{
    [Theory]
    [InlineData("", "", new Channel[0], 0)]
    [InlineData("700000001:made-up", "", new[] { Channel.Telegram }, 1)]
    [InlineData("", "AC01", new[] { Channel.WhatsApp }, 0)]
    [InlineData("700000001:made-up", "AC01", new[] { Channel.Telegram, Channel.WhatsApp }, 1)]
    public async Task A_channel_that_is_on_has_one_sender(string token, string account, Channel[] channels, int introductions)
    {
        var settings = new ClaveBotSettings { Telegram = { Token = token }, WhatsApp = { AccountSid = account } };
        await using var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddChannels(settings).BuildServiceProvider();

        services.GetServices<IChannelSender>().Select(sender => sender.Channel).ShouldBe(channels);
        services.GetServices<IHostedService>().OfType<TelegramIntroduction>().Count().ShouldBe(introductions);
        services.GetRequiredService<TelegramIdentity>().Username.ShouldBeNull();
    }
}
