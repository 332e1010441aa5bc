using System.Text.Json.Nodes;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Demo.WhatsApp;

namespace ClaveBot.IntegrationTests.Twilio;

/// <summary>The emulator against Twilio's own library: it takes the library's calls, and the library understands its answers.</summary>
public sealed class EmulatorTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Twilios_library_makes_sends_and_empties_what_ClaveBot_does(int options)
    {
        await using var twilio = await WhatsAppEmulator.StartAsync(new("AC00000000000000000000000000000001", "made-up-token", "whatsapp:+593990000000"), TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken);
        var phone = twilio.PhoneOf("+593990000001", "Rosa");
        var inbound = await phone.TypeAsync("una clave inventada");
        var other = twilio.AddTemplate("Otro contenido de la cuenta");
        var message = new OutgoingMessage(
            new(Channel.WhatsApp, phone.Chat), "¿Qué necesita?\n\nElija:", [.. Enumerable.Range(1, options).Select(option => new Button($"Opción {option}", $"Menu:1:{option}"))]);
        var template = ContentTemplate.For(message)!;

        var said = JsonNode.Parse(await TwilioLibrary.RunAsync("emulator.js", new JsonObject
        {
            ["server"] = twilio.Url,
            ["account"] = twilio.Options.AccountSid,
            ["token"] = twilio.Options.AuthToken,
            ["from"] = twilio.Options.From,
            ["to"] = phone.Chat,
            ["template"] = template.Request(),
            ["variables"] = JsonNode.Parse(template.Fill(message)),
            ["inbound"] = inbound.Id,
        }.ToJsonString(), TestContext.Current.CancellationToken))!;

        other.ShouldStartWith("HX");
        said["names"]!.AsArray().Select(name => name!.ToString()).ShouldBe(["template", template.Name]);
        JsonNode.DeepEquals(said["types"], template.Request()["types"]).ShouldBeTrue();
        said["approval"].ShouldBeNull();
        said["body"]!.ToString().ShouldBe(message.Text);
        said["refused"]!.GetValue<int>().ShouldBe(21656);
        said["emptied"]!.ToString().ShouldBeEmpty();
        var shown = await phone.WaitForReplyAsync(0);
        shown.Text.ShouldBe(message.Text);
        shown.Buttons.Select(button => (button.Label, button.Payload)).ShouldBe(message.Buttons.Select(button => (button.Label, (string?)button.Payload)));
        phone.Transcript[0].Redacted.ShouldBeTrue();
    }
}
