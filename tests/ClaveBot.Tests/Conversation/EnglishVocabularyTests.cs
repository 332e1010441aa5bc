using ClaveBot.Conversation;

namespace ClaveBot.Tests.Conversation;

public sealed class EnglishVocabularyTests
{
    [Theory]
    [InlineData("I want to change my password", Trigger.Change)]
    [InlineData("hello, I forgot my password", Trigger.Forgot)]
    [InlineData("how do I know it is safe?", Trigger.Safety)]
    [InlineData("My account is locked!", Trigger.Locked)]
    [InlineData("I want to talk to a person", Trigger.Person)]
    [InlineData("I want to change my e-mail", Trigger.WrongEmail)]
    [InlineData("is this message real?", Trigger.IsItReal)]
    [InlineData("When does it expire?", Trigger.Expiry)]
    [InlineData("thank you", Trigger.Thanks)]
    public void It_reads(string text, Trigger meant) => EnglishVocabulary.Read(new Words(text)).ShouldBe(meant);

    [Theory]
    [InlineData("I don't want to change it")]
    [InlineData("erase my account")]
    [InlineData("the weather is nice")]
    [InlineData("no puedo entrar, la clave es la de siempre y no hay caso")]
    [InlineData("¿es real este mensaje del IESS?")]
    public void It_leaves(string text) => EnglishVocabulary.Read(new Words(text)).ShouldBeNull();
}
