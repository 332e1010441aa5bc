using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Tests.Conversation.Understanding;

/// <summary>Nothing erases, ends or freezes anything for a word that is only similar, or that is denied.</summary>
public sealed class DestructiveTests
{
    private const int Seed = 20261122;
    private const int TypingsOfEach = 400;

    private static readonly string[] Commands = ["cancelar", "cancele", "reiniciar", "borrar mis datos", "eliminar mis datos", "empezar de nuevo", "salir", "delete my data", "restart"];

    [Fact]
    public void A_mistyped_wish_to_destroy_is_never_taken_as_said()
    {
        var typing = new TypingMistakes(Seed);
        var lexicon = new Lexicon(WordModel.Load().Words);

        var wrong = from command in Commands
                    from typed in Enumerable.Range(0, TypingsOfEach).Select(_ => typing.In(command))
                    where typed.Split(' ').All(word => lexicon.Known(word) is null)
                    let understood = Understander.Default.Read(typed)
                    where understood.Sureness == Sureness.Sure && understood.Best.IsDestructive()
                    select typed;

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no quiero que borren mis datos")]
    [InlineData("no cancele")]
    [InlineData("no reinicie nada")]
    [InlineData("no elimine mis datos")]
    [InlineData("por favor no borre nada")]
    [InlineData("don't delete anything")]
    public void A_denied_wish_to_destroy_is_none(string text) => Understander.Default.Read(text).Best.IsDestructive().ShouldBeFalse();

    [Theory]
    [InlineData("cancelar la boda")]
    [InlineData("cancelaron el partido")]
    [InlineData("borrar el historial del navegador")]
    [InlineData("eliminar las cucarachas")]
    [InlineData("empezar la dieta otra vez")]
    [InlineData("restart my router")]
    [InlineData("me robaron en el bus")]
    [InlineData("no fui yo el que rompió el vidrio")]
    [InlineData("quiero denunciar que me cobraron por un trámite en el iess")]
    public void What_is_ended_or_stolen_elsewhere_is_not_ours(string text) => Understander.Default.Read(text).Best.IsDestructive().ShouldBeFalse();

    [Fact]
    public void Any_text_can_be_read()
    {
        var typing = new TypingMistakes(Seed);

        for (var i = 0; i < 3_000; i++)
            Should.NotThrow(() => Understander.Default.Read(typing.AnyText()));
        Should.NotThrow(() => Understander.Default.Read(new string('a', 10_000)));
        Should.NotThrow(() => Understander.Default.Read("\uD83D \uDE00 \0 ñ́ " + new string('\u0301', 500)));
    }
}
