using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.MessageCheck;

namespace ClaveBot.Tests.Conversation;

public sealed class PastedTextTests
{
    private static readonly Uri Ours = new("https://clave.example.test:8443");

    [Theory]
    [InlineData("mire https://evil.example.org/x")]
    [InlineData("entre a iess-gob.com")]
    [InlineData("bit.ly/3abc")]
    [InlineData("www.loquesea.es")]
    public void A_text_with_a_link_is_judged_wherever_it_is_written(string text) => Read(State.Menu, text)!.Trigger.ShouldBe(Trigger.Judged);

    [Theory]
    [InlineData("no puedo entrar.es urgente")]
    [InlineData("hola.me ayuda por favor")]
    [InlineData("nací el 12.05.1958")]
    [InlineData("me deben 10.500 dólares")]
    [InlineData("mi correo es ana.prueba@example.com")]
    [InlineData("no me abre www.iess.gob.ec")]
    [InlineData("quiero cambiar mi clave")]
    public void What_only_looks_like_a_link_is_the_persons_own(string text) => Read(State.OpenSite, text).ShouldBeNull();

    [Fact]
    public void What_is_sent_on_is_judged_whatever_it_says() =>
        PastedText.Read(State.Menu, new IncomingContent.Text("cancelar", IsForwarded: true), new("cancelar"), Ours)!.Trigger.ShouldBe(Trigger.Judged);

    [Theory]
    [InlineData("atrás", null)]
    [InlineData("quiero hablar con alguien", null)]
    [InlineData("envíe su clave", MessageVerdict.Suspicious)]
    [InlineData("www.iess.gob.ec", MessageVerdict.Official)]
    [InlineData("tramites.iess.example", MessageVerdict.Unsure)]
    [InlineData("el señor de la esquina me contó que mañana abren más temprano", MessageVerdict.Unsure)]
    public void Where_messages_are_asked_for_long_ones_are_messages(string text, MessageVerdict? verdict) =>
        Read(State.CheckMessage, text)?.Checked!.Verdict.ShouldBe(verdict!.Value);

    [Theory]
    [InlineData("https://clave.example.test:8443/c/AbC-_123")]
    [InlineData("clave.example.test:8443/c/AbC-_123")]
    [InlineData("mi enlace https://clave.example.test/c/AbC-_123 no abre")]
    public void Our_own_link_is_not_judged(string text) => Read(State.CheckMessage, text)!.Trigger.ShouldBe(Trigger.OwnLink);

    [Fact]
    public void A_question_that_tells_the_fraud_is_answered_at_once()
    {
        PastedText.WithItsContent(new(Trigger.IsItReal), "me piden depositar 20 dólares por la clave, ¿es verdad?").Trigger.ShouldBe(Trigger.Judged);
        PastedText.WithItsContent(new(Trigger.IsItReal), "¿es verdad este mensaje?").Trigger.ShouldBe(Trigger.IsItReal);
        PastedText.WithItsContent(new(Trigger.Help), "me piden depositar 20 dólares").Trigger.ShouldBe(Trigger.Help);
    }

    private static Heard? Read(State state, string text) => PastedText.Read(state, new IncomingContent.Text(text), new(text), Ours);
}
