using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Demo.WhatsApp;
using ClaveBot.Demo.Wire;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed class WhatsAppRedactionTests : IAsyncLifetime
{
    private readonly ChannelHttp http = Samples.Patient();
    private WhatsAppEmulator twilio = null!;

    public async ValueTask InitializeAsync() =>
        twilio = await WhatsAppEmulator.StartAsync(new("AC00000000000000000000000000000001", "made-up-token", "whatsapp:+593990000000"), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await twilio.DisposeAsync();
    }

    [Fact]
    public async Task Twilios_copy_is_emptied_and_may_be_emptied_again()
    {
        var phone = twilio.PhoneOf("+593990000001", "Rosa");
        var sent = await phone.TypeAsync("mi clave es una-clave-inventada");

        (await RedactAsync(sent.Id)).ShouldBeOfType<SendResult.Sent>();
        (await RedactAsync(sent.Id)).ShouldBeOfType<SendResult.Sent>();

        phone.Transcript[0].Redacted.ShouldBeTrue();
    }

    [Fact]
    public async Task What_Twilio_does_not_have_is_done() =>
        (await RedactAsync("SM" + new string('0', 32))).ShouldBeOfType<SendResult.Sent>();

    [Theory]
    [InlineData("")]
    [InlineData("SM01")]
    [InlineData("SM0000000000000000000000000000000/")]
    [InlineData("../Calls/CA000000000000000000000000")]
    public async Task What_is_no_SID_is_asked_of_nobody(string sid)
    {
        (await RedactAsync(sid)).ShouldBeOfType<SendResult.Undeliverable>();

        twilio.Calls.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_fails_for_a_while_is_tried_again_later(int status)
    {
        var sent = await twilio.PhoneOf("+593990000001", "Rosa").TypeAsync("secreto");
        twilio.Faults.Next(new Fault.Refuse(status));

        (await RedactAsync(sent.Id)).ShouldBeOfType<SendResult.Retry>();
        (await RedactAsync(sent.Id)).ShouldBeOfType<SendResult.Sent>();
    }

    private Task<SendResult> RedactAsync(string sid) => new WhatsAppRedaction(
        new WhatsAppSettings { AccountSid = twilio.Options.AccountSid, AuthToken = twilio.Options.AuthToken, From = twilio.Options.From, ApiUrl = twilio.Url },
        http.Client, TimeProvider.System).RedactAsync(sid, TestContext.Current.CancellationToken);
}
