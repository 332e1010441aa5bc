using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed class WhatsAppTextTests
{
    [Fact]
    public void Text_alone_stays_as_it_is() =>
        WhatsAppText.Of(Samples.To(Channel.WhatsApp, "whatsapp:+593990000001")).ShouldBe("Hola, ¿en qué le ayudo?");

    [Fact]
    public void Link_and_options_have_lines_of_their_own() =>
        WhatsAppText.Of(Samples.To(Channel.WhatsApp, "whatsapp:+593990000001", "Pedir otro", "Cancelar") with { Link = Samples.Link }).ShouldBe(
            """
            Hola, ¿en qué le ayudo?

            Cambiar mi clave: https://bot.example.test/c/AbC-_123

            1. Pedir otro
            2. Cancelar
            """.ReplaceLineEndings("\n"));

    /// <summary>Sentences are about 350 characters; three times as much still leaves room for a link and ten options of 20.</summary>
    [Fact]
    public void The_largest_message_fits()
    {
        var labels = Enumerable.Repeat(new string('x', 20), 10).ToArray();
        var message = Samples.To(Channel.WhatsApp, "whatsapp:+593990000001", labels) with
        {
            Text = new string('x', 1000),
            Link = new LinkButton(new string('x', 20), new Uri("https://" + new string('x', 60) + "/c/" + new string('x', 60))),
        };

        WhatsAppText.Of(message).Length.ShouldBeLessThanOrEqualTo(WhatsAppText.MaxLength);
    }
}
