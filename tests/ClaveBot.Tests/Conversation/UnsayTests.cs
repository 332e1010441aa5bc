using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Store;
using ClaveBot.Demo.Telegram;
using ClaveBot.Demo.Wire;
using ClaveBot.Pressure;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Conversation;

/// <summary>What people should not have written is taken back before it is answered, through the real host.</summary>
public sealed class UnsayTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-unsay-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
    }

    [Fact]
    public async Task L1_What_is_edited_into_a_clave_is_deleted()
    {
        var phone = (TelegramPhone)_world.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        var said = await phone.EditAsync(phone.Transcript[0], "mi clave es Perro.2024");

        (await phone.WaitForReplyAsync(1)).Text.ShouldContain("Eso parece una clave");
        IsGone(phone, said).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task What_cannot_be_taken_back_is_answered_all_the_same(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        await phone.AskAsync("hola");
        Faults(channel).Next(new Fault.Refuse(400));
        var said = await phone.TypeAsync("mi clave es Perro.2024");

        (await phone.WaitForReplyAsync(1)).Text.ShouldContain("bórrelo usted");
        IsGone(phone, said).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task What_is_not_taken_now_is_taken_back_later_and_then_answered(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        await phone.AskAsync("hola");
        Faults(channel).Next(new Fault.Refuse(429, RetryAfterSeconds: 1));
        var said = await phone.TypeAsync("mi clave es Perro.2024");

        await phone.WaitForReplyAsync(1);
        IsGone(phone, said).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task While_the_service_is_paused_it_is_taken_back_too(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        await phone.AskAsync("hola");
        await _world.Services.GetRequiredService<PauseSwitch>().OnAsync(until: null);
        var said = await phone.TypeAsync("1700000001");

        (await phone.WaitForReplyAsync(1)).Text.ShouldNotContain("cédula");
        IsGone(phone, said).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Faults Faults(Channel channel) => channel == Channel.Telegram ? _world.Telegram.Faults : _world.WhatsApp.Faults;

    private static bool IsGone(Phone phone, PhoneMessage said) =>
        phone.Transcript.Single(message => message.Number == said.Number) is { Deleted: true } or { Redacted: true };
}
